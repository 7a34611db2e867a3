import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../../../openapi/client/schema';
import type { Problem } from './types';

/** No answer within this time counts as silence; the person is told, not left waiting. */
const TIMEOUT_MS = 10_000;

/** The same for what is known to take long: a document is read for a minute at most, and two more may be before it. */
const LONG_TIMEOUT_MS = 200_000;
const SESSION_PATH = '/v1/session';

/** A request that failed: no answer in time, no connection, or an answer that is a problem document. */
export class ApiError extends Error {
  constructor(
    readonly kind: 'silent' | 'offline' | 'problem',
    readonly problem: Problem | null = null,
  ) {
    super(problem?.title ?? kind);
    this.name = 'ApiError';
  }

  get status(): number {
    return this.problem?.status ?? 0;
  }
}

/** What stands between us and the server may answer with something else than a problem document. */
function problemOf(error: unknown, response: Response): Problem {
  const fallback: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  return typeof error === 'object' && error !== null ? { ...fallback, ...error } : fallback;
}

/** Whether the server has what was asked for not yet, or not for the moment: asking again soon may bring it. */
export const isUnavailable = (error: unknown): boolean => error instanceof ApiError && error.status === 503;

/** The data of an answer, or an {@link ApiError}. */
export async function dataOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) throw new ApiError('problem', problemOf(error, response));
  return data;
}

/** Waits for an answer that has no data, or throws an {@link ApiError}. */
export async function doneOf(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw new ApiError('problem', problemOf(error, response));
}

/** A token that still opens what stands below a path when the session has ended. */
export interface SpareToken {
  readonly path: string;
  readonly token: string;
}

/** Same-origin calls with the session's cookie; the CSRF token goes with everything that is not a GET. */
export class HttpClient {
  readonly calls: Client<paths>;
  private csrfToken: string | null = null;
  private bearer: string | null = null;
  private spare: SpareToken | null = null;
  private onSignedOut: () => void = () => undefined;

  constructor() {
    this.calls = createClient<paths>({
      baseUrl: location.origin,
      credentials: 'same-origin',
      fetch: (request) => this.send(request),
    });
  }

  useSession(csrfToken: string): void {
    this.csrfToken = csrfToken;
  }

  /**
   * From here on each request says by this token who asks; the browser's cookie does not count.
   *
   * @param spare by which what it opens is asked where the session has ended; nothing else ends the page then
   */
  useBearer(token: string | null, spare: SpareToken | null = null): void {
    this.bearer = token;
    this.spare = spare;
  }

  /** Called when the server no longer knows the session. */
  whenSignedOut(listener: () => void): void {
    this.onSignedOut = listener;
  }

  /** As `fetch` of a call that may take minutes. */
  readonly patiently = (request: Request): Promise<Response> => this.send(request, LONG_TIMEOUT_MS);

  private async send(request: Request, timeoutMs = TIMEOUT_MS): Promise<Response> {
    if (request.method !== 'GET' && this.csrfToken !== null)
      request.headers.set('x-csrf-token', this.csrfToken);
    if (this.bearer !== null) request.headers.set('authorization', `Bearer ${this.bearer}`);
    const { pathname } = new URL(request.url);
    const { spare } = this;
    const again = spare !== null && pathname.startsWith(spare.path) ? spared(request, spare) : null;
    const response = await answerTo(request, timeoutMs);
    if (response.status !== 401 || pathname === SESSION_PATH) return response;
    const last = again === null ? response : await answerTo(again, timeoutMs);
    if (last.status === 401 && (spare === null || again !== null)) this.onSignedOut();
    return last;
  }
}

/** The request once more, by the spare token: a body can be sent once, so it is copied before. */
function spared(request: Request, { token }: SpareToken): Request {
  const again = request.clone();
  again.headers.set('authorization', `Bearer ${token}`);
  return again;
}

async function answerTo(request: Request, timeoutMs: number): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiError(timeout.aborted ? 'silent' : 'offline');
  }
}
