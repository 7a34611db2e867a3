/** Why there is no answer; a closed set, for callers to switch on. */
export type LlmFaultCode =
  | 'aborted'
  | 'timeout'
  | 'unreachable'
  | 'unavailable'
  | 'rate-limited'
  | 'refused'
  | 'unusable-answer'
  | 'not-recorded'
  /** Not asked: the endpoint has not answered for a while. */
  | 'suspended'
  /** Not asked: who waits for the answer will not wait long enough. */
  | 'overdue'
  /** Not asked: the prompt is longer than is allowed. */
  | 'prompt-too-long'
  /** Not asked: the user, the tenant or all together have used what they may use today. */
  | 'over-budget';

/** Faults that another attempt may not meet. */
const PASSING: ReadonlySet<LlmFaultCode> = new Set([
  'timeout',
  'unreachable',
  'unavailable',
  'rate-limited',
  'unusable-answer',
]);

/**
 * Thrown by every adapter. The message holds the code and, at most, an HTTP status: what an endpoint answers may
 * repeat the request or a key, and messages end up in logs.
 */
export class LlmFault extends Error {
  override readonly name = 'LlmFault';

  constructor(
    readonly code: LlmFaultCode,
    readonly status?: number,
  ) {
    super(status === undefined ? `language model: ${code}` : `language model: ${code} (HTTP ${status})`);
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return PASSING.has(this.code);
  }
}
