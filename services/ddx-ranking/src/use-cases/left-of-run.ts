import { LlmFault } from '@openrounds/llm';

/** With less than this share of the budget left, a sound model would be blamed for what it was not given. */
const WORTH_ASKING = 0.25;

/**
 * Milliseconds that a model may take for a run.
 *
 * @param budgetMs from the acceptance of the run
 * @throws LlmFault `overdue` where so little is left that asking would only hold the run up
 */
export function leftOfRun(acceptedAt: string, now: Date, budgetMs: number): number {
  const left = Date.parse(acceptedAt) + budgetMs - now.getTime();
  if (left < budgetMs * WORTH_ASKING) throw new LlmFault('overdue');
  return left;
}
