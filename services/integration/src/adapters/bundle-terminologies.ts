import { Inject, Injectable } from '@nestjs/common';
import { type Terminology } from '@openrounds/clinical-language';
import { DomainError } from '@openrounds/contracts';
import { BundleError, BundleStore } from '@openrounds/knowledge';
import { LOGGER, type Logger } from '@openrounds/platform';
import { VocabularyStore } from '@openrounds/vocabularies';
import { type Terminologies } from '../ports/terminologies';

/** Opened when the first record is read: an installation without training EHRs never does. */
@Injectable()
export class BundleTerminologies implements Terminologies {
  private readonly vocabularies: VocabularyStore;

  constructor(
    private readonly bundles: BundleStore,
    @Inject(LOGGER) logger: Pick<Logger, 'warn'>,
  ) {
    this.vocabularies = new VocabularyStore(bundles, {
      onMissing: (knowledge) => {
        logger.warn({ knowledge }, 'the terminology of this version is not stored as this code compiles it');
      },
    });
  }

  current(): Terminology {
    try {
      return this.vocabularies.terminology(this.bundles.current().hashes.knowledge);
    } catch (error) {
      if (error instanceof BundleError) throw new DomainError('knowledge-unavailable');
      throw error;
    }
  }
}
