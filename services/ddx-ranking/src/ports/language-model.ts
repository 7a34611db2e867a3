import { type LanguageModel as Model } from '@openrounds/llm';

/** The configured language model; null where there is none. */
export type LanguageModel = Model | null;
export const LANGUAGE_MODEL = Symbol('LanguageModel');
/** Milliseconds from the acceptance of a run in which the model's opinion must be there: a number. */
export const LLM_BUDGET_MS = Symbol('LlmBudgetMs');
