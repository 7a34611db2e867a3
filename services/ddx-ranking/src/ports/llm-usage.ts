import { type TokenLedger } from '@openrounds/llm';

/** The tokens that were used, by day, tenant and user. */
export interface LlmUsageStore extends TokenLedger {
  /** @returns how many entries of days before (`YYYY-MM-DD`) were deleted */
  forget(beforeDay: string): Promise<number>;
}
export const LLM_USAGE = Symbol('LlmUsage');
