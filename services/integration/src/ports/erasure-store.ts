import { type JobMeta } from '@openrounds/contracts';

/** What is erased of launched learners, and what teaching has not erased yet. */
export interface ErasureStore {
  /** Erases what is kept of a learner here. Twice does no harm. */
  erase(tenantId: string, learnerId: string): Promise<void>;
  /** Teaching has erased the learner. */
  acknowledge(tenantId: string, learnerId: string): Promise<void>;
  /**
   * Asks teaching again to erase those whom it has not acknowledged since.
   *
   * @param before asked last before this moment
   * @returns how many
   */
  askAgain(before: Date, requestId: JobMeta['requestId'], now: Date): Promise<number>;
  /**
   * Erases those who were not launched since, some at a time, and has teaching erase them.
   *
   * @returns how many
   */
  eraseUnseen(before: Date, requestId: JobMeta['requestId'], now: Date): Promise<number>;
}
export const ERASURE_STORE = Symbol('ErasureStore');
