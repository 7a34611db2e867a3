import { type CaseForLlm, type DiseaseForLlm } from '../../case/case-for-llm';

/** What a ranker is told: the coded facts, and what it may choose from besides Other. */
export interface LlmRankingRequest extends CaseForLlm {
  readonly diseases: readonly DiseaseForLlm[];
}

/** What a language model thinks, read strictly: see `readRanking`. */
export interface LlmRanking {
  /** Diseases that were offered, most probable first; probabilities in (0, 1], their sum at most 1. What is left is Other's. */
  readonly differential: readonly LlmDiagnosis[];
}

/** One disease of the knowledge base as the model sees it. */
export interface LlmDiagnosis extends DiseaseForLlm {
  readonly probability: number;
}

/** All that was not offered, as one id: no disease of the knowledge base is called so. */
export const OTHER_ID = 'other';
