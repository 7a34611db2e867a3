import { LlmFault } from '@openrounds/llm';

/**
 * Milliseconds that a model may take for what somebody asked it.
 *
 * @param budgetMs from when it was asked
 * @throws LlmFault `overdue` where none are left
 */
export function leftOfQuestion(askedAt: string, now: Date, budgetMs: number): number {
  const left = Date.parse(askedAt) + budgetMs - now.getTime();
  if (left <= 0) throw new LlmFault('overdue');
  return left;
}
