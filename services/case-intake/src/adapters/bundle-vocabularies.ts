import { Injectable } from '@nestjs/common';
import { compileVocabulary, type CompiledVocabulary } from '@openrounds/clinical-language';
import { BundleStore, vocabularyOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { type Vocabularies } from '../ports/vocabularies';

/** Compiles vocabularies from bundles; a compiled vocabulary lives as long as its bundle does. */
@Injectable()
export class BundleVocabularies implements Vocabularies {
  private readonly compiled = new WeakMap<KnowledgeBundle, CompiledVocabulary>();

  constructor(private readonly bundles: BundleStore) {}

  /**
   * Compiles the vocabulary of the active version: the first person to ask would otherwise wait for it in vain.
   *
   * @throws BundleError when no version is active
   */
  async warmUp(): Promise<void> {
    await this.of(this.bundles.current().hashes.knowledge);
  }

  of(knowledgeHash: string): Promise<CompiledVocabulary> {
    return Promise.resolve().then(() => {
      const bundle = this.bundles.get(knowledgeHash);
      const vocabulary = this.compiled.get(bundle) ?? compileVocabulary(vocabularyOf(bundle));
      this.compiled.set(bundle, vocabulary);
      return vocabulary;
    });
  }
}
