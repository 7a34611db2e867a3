/** How much work is waiting: what back-pressure goes by. */
export interface Load {
  /** Seconds that the oldest message has waited in the outbox; 0 when it is empty. */
  oldestMessageSeconds(): Promise<number>;
}
export const LOAD = Symbol('Load');
