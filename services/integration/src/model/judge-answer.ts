import { type GradeCause } from '@openrounds/contracts';
import { type OutboundAnswer, OutboundFault } from '@openrounds/outbound-http';
import { type TryOutcome } from './grade-progress';
import { retryAfterMs } from './retry-after';

type Failure = Exclude<TryOutcome, { kind: 'delivered' }>;

/** Canvas throttles by 403 with these words in place of 429. */
const THROTTLED = /rate limit exceeded/i;

/** Whether the platform asks to slow down (RFC 6585, section 4). */
const isThrottled = ({ status, text = '' }: Pick<OutboundAnswer, 'status' | 'text'>): boolean =>
  status === 429 || (status === 403 && THROTTLED.test(text));

/**
 * What an answer of failure means that says the same to everything: come back later. Null: it depends on what was asked.
 */
export function passingFailure(answer: OutboundAnswer, now: Date): Failure | null {
  const { status } = answer;
  const waitMs = retryAfterMs(answer.headers['retry-after'], now);
  const failure = (cause: GradeCause): Failure => ({ kind: 'passing', cause, status, waitMs, unsure: false });
  if (isThrottled(answer)) return failure('busy');
  if (status >= 500) {
    // A gateway had no answer of the platform behind it, which may have kept what was sent (RFC 9110, section 15.6).
    const unsure = status === 502 || status === 504;
    return { kind: 'passing', cause: 'platform-failed', status, waitMs, unsure };
  }
  return status === 408 ? failure('no-answer') : null;
}

/**
 * What a request without an answer means.
 *
 * @param writes it may have changed something
 * @param canRead whether it did can be found out
 * @throws whatever is no fault of the way out
 */
export function faultFailure(
  error: unknown,
  { writes, canRead }: { writes: boolean; canRead: boolean },
): Failure {
  if (!(error instanceof OutboundFault)) throw error;
  const { code, passing, mayHaveArrived } = error;
  const unsure = writes && mayHaveArrived;
  const again = (cause: GradeCause): Failure => ({
    kind: 'passing',
    cause,
    status: null,
    waitMs: null,
    unsure,
  });
  if (passing) return again(unsure ? 'no-answer' : 'unreachable');
  // The platform said yes in some other form: it may well have kept what was written.
  if (code === 'not-json' && unsure && canRead) return again('not-understood');
  const wasAnswered = code === 'not-json' || code === 'too-large' || code === 'redirected';
  return { kind: 'needs-attention', cause: wasAnswered ? 'not-understood' : 'not-askable', status: null };
}
