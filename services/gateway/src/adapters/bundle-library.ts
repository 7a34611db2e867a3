import { Inject, Injectable } from '@nestjs/common';
import { compileTerminology, type Terminology } from '@openrounds/clinical-language';
import { API_VERSION, DomainError, type Versions } from '@openrounds/contracts';
import { ENGINE_VERSION } from '@openrounds/ddx-engine';
import { BundleError, BundleStore, vocabularyOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { type KnowledgeLibrary } from '../ports/knowledge-library';
import { LLM_MODEL } from '../settings';

const RETRY_AFTER_SECONDS = 10;

/** The bundle store as the gateway reads it; its compiled terminology lives as long as its bundle does. */
@Injectable()
export class BundleLibrary implements KnowledgeLibrary {
  private readonly terminologies = new WeakMap<KnowledgeBundle, Terminology>();

  constructor(
    private readonly bundles: BundleStore,
    @Inject(LLM_MODEL) private readonly llmModel: string | null,
  ) {}

  current(): { bundle: KnowledgeBundle; vocabulary: Terminology } {
    const bundle = this.active();
    const vocabulary = this.terminologies.get(bundle) ?? compileTerminology(vocabularyOf(bundle));
    this.terminologies.set(bundle, vocabulary);
    return { bundle, vocabulary };
  }

  versions(): Versions {
    return { engine: ENGINE_VERSION, api: API_VERSION, llm: this.llmModel, ...this.active().hashes };
  }

  bundleFor(versions: Versions): KnowledgeBundle {
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
