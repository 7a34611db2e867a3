import { type RankWithLlm } from '@openrounds/llm';

/** The configured language model; null where there is none. */
export type LanguageModel = RankWithLlm | null;
export const LANGUAGE_MODEL = Symbol('LanguageModel');
