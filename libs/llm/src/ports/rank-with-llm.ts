import { type FormatChoice } from './answer-format';

/** One coded fact of the case, by its name in the language of the request: never a sentence of the narrative. */
export interface FactForLlm {
  readonly findingId: string;
  readonly name: string;
  readonly presence: 'present' | 'absent' | 'unknown';
  /** Name of the state of a categorical finding, e.g. "above the 99th percentile". */
  readonly value?: string;
  /** 0.5 (as good as unknown) to 1 (certain; the default). */
  readonly certainty?: number;
}

/** What a language model is told of a case. */
export interface LlmRankingRequest {
  readonly language: 'en' | 'zh';
  readonly patient: {
    readonly ageYears: number | null;
    readonly sex: 'female' | 'male' | 'unknown';
    readonly pregnant: boolean | null;
  };
  readonly setting: 'primary-care' | 'emergency' | 'inpatient' | null;
  readonly facts: readonly FactForLlm[];
  /** The diseases of the knowledge base that it may choose from. */
  readonly diseases: readonly DiseaseForLlm[];
}

/** A disease of the knowledge base, by its name in the language of the request. */
export interface DiseaseForLlm {
  readonly diseaseId: string;
  readonly name: string;
}

/** What a language model thinks, read strictly: see `readRanking`. */
export interface LlmRanking {
  /** Which model answered, for the explanation record. */
  readonly model: string;
  /** Diseases of the knowledge base, most probable first; probabilities in (0, 1], their sum at most 1. */
  readonly differential: readonly LlmDiagnosis[];
  /** What it proposes that the knowledge base does not hold; for people to read, so without a number. */
  readonly proposedOutsideKnowledgeBase: readonly { readonly name: string }[];
}

/** One disease of the knowledge base as the model sees it. */
export interface LlmDiagnosis {
  readonly diseaseId: string;
  readonly name: string;
  readonly probability: number;
}

/**
 * Port: ask a language model to rank diagnoses for coded facts. Its answer is a second opinion, shown beside the
 * engine's; nothing of it enters the engine.
 */
export interface RankWithLlm {
  /** The model asked, as configured. */
  readonly model: string;
  /** How an endpoint is held to the schema; absent where there is none to hold. */
  readonly format?: FormatChoice | undefined;
  /** @throws LlmFault for every way in which there is no usable answer. */
  rank(request: LlmRankingRequest, options?: LlmCallOptions): Promise<LlmRanking>;
}

export interface LlmCallOptions {
  /** Calls the question off: `aborted`. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the caller waits, where that is less than is configured: `timeout`. */
  readonly timeoutMs?: number;
}
