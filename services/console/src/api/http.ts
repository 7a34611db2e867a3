import type { Language, Problem } from './types';

/** No answer within this time counts as silence; the person is told, not left waiting. */
const TIMEOUT_MS = 10_000;

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

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...fallback, ...body } : fallback;
  } catch {
    return fallback;
  }
}

export interface RequestOptions {
  readonly language?: Language;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Same-origin requests with the session's cookie; the CSRF token goes with everything that is not a GET. */
export class HttpClient {
  private csrfToken: string | null = null;
  private onSignedOut: () => void = () => undefined;

  useSession(csrfToken: string | null): void {
    this.csrfToken = csrfToken;
  }

  /** Called when the server no longer knows the session. */
  whenSignedOut(listener: () => void): void {
    this.onSignedOut = listener;
  }

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('GET', path, options);
  }

  post<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('POST', path, { ...options, body });
  }

  private async request<T>(method: 'GET' | 'POST', path: string, options: RequestOptions): Promise<T> {
    const response = await this.answer(method, path, options);
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.status === 401 && path !== '/v1/session') this.onSignedOut();
      throw new ApiError('problem', problem);
    }
    return (await response.json()) as T;
  }

  private async answer(method: 'GET' | 'POST', path: string, options: RequestOptions): Promise<Response> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
    if (options.language !== undefined) headers['accept-language'] = options.language;
    if (options.body !== undefined) headers['content-type'] = 'application/json';
    if (method !== 'GET' && this.csrfToken !== null) headers['x-csrf-token'] = this.csrfToken;
    try {
      return await fetch(path, {
        method,
        headers,
        credentials: 'same-origin',
        body: options.body === undefined ? null : JSON.stringify(options.body),
        signal: options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]),
      });
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw new ApiError(timeout.aborted ? 'silent' : 'offline');
    }
  }
}
