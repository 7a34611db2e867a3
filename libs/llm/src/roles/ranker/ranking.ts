import { type CaseForLlm, type DiseaseForLlm } from '../../case/case-for-llm';

/** What a ranker is told: the coded facts, and what it may choose from. */
export interface LlmRankingRequest extends CaseForLlm {
  readonly diseases: readonly DiseaseForLlm[];
}

/** What a language model thinks, read strictly: see `readRanking`. */
export interface LlmRanking {
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
