import { withoutComposition } from '@openrounds/clinical-language';
import { BundleError, BundleStore } from '@openrounds/knowledge';
import { VocabularyStore } from '@openrounds/vocabularies';
import { CaseRanker } from '../ranking/case-ranker';
import { type Surroundings, UnusableArgument } from '../surroundings';

/**
 * Ranks by the active knowledge. Its vocabulary is opened where this code has stored it, and compiled where it has not.
 *
 * @param composes whether findings are put together from words that stand apart, as the product does
 * @throws UnusableArgument where no knowledge is active
 */
export async function activeRanker(
  { bundleDir, prepareBundle }: Surroundings,
  composes = true,
): Promise<CaseRanker> {
  await prepareBundle();
  const bundles = new BundleStore(bundleDir);
  try {
    const bundle = bundles.current();
    const vocabulary = new VocabularyStore(bundles).vocabulary(bundle.hashes.knowledge);
    return new CaseRanker(bundle, composes ? vocabulary : withoutComposition(vocabulary));
  } catch (error) {
    throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
  }
}
