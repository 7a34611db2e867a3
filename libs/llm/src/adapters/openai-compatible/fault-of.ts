import { LlmFault } from '../../ports/llm-fault';

/** Who may have ended the call. */
export interface Endings {
  readonly signal: AbortSignal | undefined;
  readonly deadline: AbortSignal;
}

/** What the client threw, as a fault; its message stays behind (see {@link LlmFault}). */
export function faultOf(error: unknown, { signal, deadline }: Endings): LlmFault {
  // First, since a body that is called off also looks like one that broke off.
  if (signal?.aborted) return new LlmFault('aborted');
  if (deadline.aborted || nameOf(error) === 'TimeoutError') return new LlmFault('timeout');
  const own = ownFault(error);
  if (own !== undefined) return own;
  const status = statusOf(error);
  if (status !== undefined) return faultOfStatus(status);
  return new LlmFault(isConnectionError(error) ? 'unreachable' : 'unusable-answer');
}

/** An HTTP status of 400 or above, as a fault. */
function faultOfStatus(status: number): LlmFault {
  if (status === 408 || status === 504) return new LlmFault('timeout', status);
  if (status === 429) return new LlmFault('rate-limited', status);
  if (status >= 500) return new LlmFault('unavailable', status);
  return new LlmFault('refused', status);
}

/**
 * Milliseconds to wait before the next try, where the endpoint says so: `Retry-After` in seconds or as a date
 * (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(error: unknown, now: number = Date.now()): number | undefined {
  const value = headersOf(error)?.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** A fault of the guarded body, which a client may have wrapped. */
function ownFault(error: unknown): LlmFault | undefined {
  if (error instanceof LlmFault) return error;
  return error instanceof Error && error.cause !== undefined ? ownFault(error.cause) : undefined;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function headersOf(error: unknown): Headers | undefined {
  if (typeof error !== 'object' || error === null || !('headers' in error)) return undefined;
  return error.headers instanceof Headers ? error.headers : undefined;
}

/** The OpenAI client's `APIConnectionError`: the request never got an answer. Everything else was one, unread. */
function isConnectionError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'APIConnectionError';
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}
