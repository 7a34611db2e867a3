import { BundleError, currentHash, type KnowledgeBundle, loadBundle } from '@openrounds/knowledge';
import { type Surroundings, UnusableArgument } from '../surroundings';

/**
 * The active knowledge.
 *
 * @throws UnusableArgument where there is none
 */
export async function activeBundle({ bundleDir, prepareBundle }: Surroundings): Promise<KnowledgeBundle> {
  await prepareBundle();
  try {
    return loadBundle(bundleDir, currentHash(bundleDir));
  } catch (error) {
    throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
  }
}
