import { compileVocabulary, type CompiledVocabulary } from '@openrounds/clinical-language';
import { vocabularyOf, type BundleStore, type KnowledgeBundle } from '@openrounds/knowledge';
import { type Vocabularies } from '../ports/vocabularies';

/** Compiles vocabularies from bundles; a compiled vocabulary lives as long as its bundle does. */
export class BundleVocabularies implements Vocabularies {
  private readonly compiled = new WeakMap<KnowledgeBundle, CompiledVocabulary>();

  constructor(private readonly bundles: BundleStore) {}

  of(knowledgeHash: string): Promise<CompiledVocabulary> {
    return Promise.resolve().then(() => {
      const bundle = this.bundles.get(knowledgeHash);
      const vocabulary = this.compiled.get(bundle) ?? compileVocabulary(vocabularyOf(bundle));
      this.compiled.set(bundle, vocabulary);
      return vocabulary;
    });
  }
}
