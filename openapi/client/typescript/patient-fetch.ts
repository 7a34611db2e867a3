/** How often, and how long, a request that could not be answered is tried. */
export interface Patience {
  readonly retries: number;
  readonly timeoutMs: number;
}

const LONGEST_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 200;

/** Sends again what failed on the way, where that does it only once. */
export const patientFetch =
  ({ retries, timeoutMs }: Patience) =>
  async (request: Request): Promise<Response> => {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= retries;
      const sent = await once(request.clone(), timeoutMs).catch((error: unknown) => {
        if (isLast || request.signal.aborted || !isRepeatable(request)) throw error;
        return undefined;
      });
      if (sent !== undefined && (isLast || !mayPass(request, sent.status))) return sent;
      await sent?.body?.cancel();
      await pause(attempt, Number(sent?.headers.get('retry-after') ?? 0), request.signal);
    }
  };

/** The time is for the head of an answer: a stream of events lasts as long as what it tells of. */
async function once(request: Request, timeoutMs: number): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort(new DOMException('No answer in time', 'TimeoutError'));
  }, timeoutMs);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, abort.signal]) });
  } finally {
    clearTimeout(timer);
  }
}

const isRepeatable = ({ method, headers }: Request): boolean =>
  method === 'GET' || method === 'DELETE' || headers.has('Idempotency-Key');

/** Who asks too often was not served; a part that is away may have done it all the same. */
const mayPass = (request: Request, status: number): boolean =>
  status === 429 || (isRepeatable(request) && status >= 502 && status <= 504);

const pause = (attempt: number, seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resume, stop) => {
    const wanted = seconds > 0 ? seconds * 1000 : FIRST_PAUSE_MS * 2 ** attempt;
    const end = (): void => {
      clearTimeout(timer);
      stop(signal.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', end);
        resume();
      },
      Math.min(wanted, LONGEST_PAUSE_MS),
    );
    signal.addEventListener('abort', end, { once: true });
  });
