import { LlmFault } from '../../ports/llm-fault';

/** Who may have ended the call. */
export interface Endings {
  readonly signal: AbortSignal | undefined;
  readonly deadline: AbortSignal;
}

/** What the client threw, as a fault; its message stays behind (see {@link LlmFault}). */
export function faultOf(error: unknown, { signal, deadline }: Endings): LlmFault {
  if (error instanceof LlmFault) return error;
  if (signal?.aborted) return new LlmFault('aborted');
  if (deadline.aborted || nameOf(error) === 'TimeoutError') return new LlmFault('timeout');
  const status = statusOf(error);
  if (status !== undefined) return faultOfStatus(status);
  return new LlmFault(isConnectionError(error) ? 'unreachable' : 'unusable-answer');
}

function faultOfStatus(status: number): LlmFault {
  if (status === 408 || status === 504) return new LlmFault('timeout', status);
  if (status === 429) return new LlmFault('rate-limited', status);
  if (status >= 500) return new LlmFault('unavailable', status);
  return new LlmFault('refused', status);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** The OpenAI client's `APIConnectionError`: the request never got an answer. Everything else was one, unread. */
function isConnectionError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'APIConnectionError';
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}
