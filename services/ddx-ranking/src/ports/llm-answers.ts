import { type AnswerStore } from '@openrounds/llm';

/** Answers of the language model that this service keeps, until they are old or a case that was given them is erased. */
export interface LlmAnswers extends AnswerStore {
  /** @returns how many answers from before were deleted */
  forget(before: Date): Promise<number>;
}
export const LLM_ANSWERS = Symbol('LlmAnswers');
