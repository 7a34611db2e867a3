import { Inject, Injectable } from '@nestjs/common';
import { type CompiledVocabulary } from '@openrounds/clinical-language';
import { BundleStore, currentHash } from '@openrounds/knowledge';
import { LOGGER, type Logger } from '@openrounds/platform';
import { VocabularyStore } from '@openrounds/vocabularies';
import { type Vocabularies } from '../ports/vocabularies';

/** Vocabularies as they were compiled with the bundles. */
@Injectable()
export class BundleVocabularies implements Vocabularies {
  private readonly vocabularies: VocabularyStore;

  constructor(
    private readonly bundles: BundleStore,
    @Inject(LOGGER) logger: Pick<Logger, 'warn'>,
  ) {
    this.vocabularies = new VocabularyStore(bundles, {
      onMissing: (knowledge) => {
        logger.warn({ knowledge }, 'the vocabulary of this version is not stored as this code compiles it');
      },
    });
  }

  /**
   * Opens the vocabulary of the active version: the first person to ask would otherwise wait for it.
   *
   * @throws BundleError when no version is active
   */
  async warmUp(): Promise<void> {
    await this.of(currentHash(this.bundles.dir));
  }

  of(knowledgeHash: string): Promise<CompiledVocabulary> {
    return Promise.resolve().then(() => this.vocabularies.vocabulary(knowledgeHash));
  }
}
