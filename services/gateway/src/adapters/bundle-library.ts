import { Inject, Injectable } from '@nestjs/common';
import { type Terminology } from '@openrounds/clinical-language';
import { API_VERSION, DomainError, type Versions } from '@openrounds/contracts';
import { ENGINE_VERSION } from '@openrounds/ddx-engine';
import { BundleError, BundleStore, type KnowledgeBundle } from '@openrounds/knowledge';
import { LOGGER, type Logger } from '@openrounds/platform';
import { VocabularyStore } from '@openrounds/vocabularies';
import { type KnowledgeLibrary } from '../ports/knowledge-library';
import { LLM_MODEL } from '../settings';

const RETRY_AFTER_SECONDS = 10;

/** The bundle store as the gateway reads it, with the terminologies that were compiled with the bundles. */
@Injectable()
export class BundleLibrary implements KnowledgeLibrary {
  private readonly vocabularies: VocabularyStore;

  constructor(
    private readonly bundles: BundleStore,
    @Inject(LLM_MODEL) private readonly llmModel: string | null,
    @Inject(LOGGER) logger: Pick<Logger, 'warn'>,
  ) {
    this.vocabularies = new VocabularyStore(bundles, {
      onMissing: (knowledge) => {
        logger.warn({ knowledge }, 'the terminology of this version is not stored as this code compiles it');
      },
    });
  }

  current(): { bundle: KnowledgeBundle; vocabulary: Terminology } {
    const bundle = this.active();
    return { bundle, vocabulary: this.vocabularies.terminology(bundle.hashes.knowledge) };
  }

  versions(): Versions {
    return { engine: ENGINE_VERSION, api: API_VERSION, llm: this.llmModel, ...this.active().hashes };
  }

  bundleFor(versions: Pick<Versions, 'knowledge'>): KnowledgeBundle {
    try {
      return this.bundles.get(versions.knowledge);
    } catch (error) {
      if (error instanceof BundleError) return this.active();
      throw error;
    }
  }

  private active(): KnowledgeBundle {
    try {
      return this.bundles.current();
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      throw new DomainError('knowledge-unavailable', undefined, [], RETRY_AFTER_SECONDS);
    }
  }
}
