import { join } from 'node:path';
import { type CompiledVocabulary } from '@openrounds/clinical-language';
import { BundleStore, type KnowledgeBundle } from '@openrounds/knowledge';
import { type vocabularyCompiler, VocabularyStore } from '@openrounds/vocabularies';

const ROOT = join(__dirname, '..', '..');
/** What the authors write. */
export const KNOWLEDGE = join(ROOT, 'knowledge');
/** What was built of it. */
export const BUNDLES = join(KNOWLEDGE, 'dist');

/** Tests run from TypeScript: only what was built knows what compiled the stored vocabulary. */
export const { vocabularyCompiler: compilerOfBuild } = jest.requireActual<{
  vocabularyCompiler: typeof vocabularyCompiler;
}>(join(ROOT, 'dist', 'libs', 'vocabularies', 'src', 'compiler.js'));

const bundles = new BundleStore(BUNDLES);
const vocabularies = new VocabularyStore(bundles, {
  compiler: compilerOfBuild(),
  onMissing: (version) => {
    throw new Error(`the vocabulary of ${version} was not built`);
  },
});

/** The knowledge that is shipped, as it was built. */
export const shippedBundle = (): KnowledgeBundle => bundles.current();

/**
 * Its vocabulary, opened as the services open it.
 *
 * @throws Error where it was not built with the knowledge
 */
export const shippedVocabulary = (): CompiledVocabulary =>
  vocabularies.vocabulary(bundles.current().hashes.knowledge);
