import createFetchClient, { type Client } from 'openapi-fetch';
import { type components, type paths } from '../schema.js';
import { answeredBy, ProblemError, type Problem } from './answer.js';
import { patientFetch } from './patient-fetch.js';
import { readEvents } from './events.js';
import { OPERATIONS } from './operations.js';
import { type Answer, type Facts, type Id, type Init, type Methods } from './types.js';

export { ProblemError, type Problem } from './answer.js';
export { type ServerEvent } from './events.js';
export { API_VERSION } from './operations.js';
export { type Answer, type Init } from './types.js';
/** Everything that the API takes and answers, by name: `Schemas['Run']`. */
export type Schemas = components['schemas'];

export interface Options {
  /** Where the product is, as `https://rounds.example.edu`. */
  readonly baseUrl: string;
  /** An API key, or the token of a room or a class. */
  readonly token?: string;
  /** Of the names and texts in answers. */
  readonly language?: 'en' | 'zh';
  /** How often a request is sent again that could not be answered; default 3, 0 for never. */
  readonly retries?: number;
  /** Milliseconds for the head of an answer; default 60,000. */
  readonly timeoutMs?: number;
}

export interface OpenRounds extends Methods {
  /** The client of openapi-fetch underneath, for whoever wants the headers of an answer. */
  readonly http: Client<paths>;
  /**
   * Ranks a case and waits for the end of the run.
   *
   * @param seconds how long at most; default 60
   * @returns the run, completed or failed; still going where the time was over
   */
  rank(body: Schemas['CreateRunInput'], seconds?: number): Promise<Schemas['Run']>;
}

/** The longest that one request waits for a run (`Prefer: wait=N`). */
const LONGEST_WAIT_SECONDS = 30;

/** A client of the public API: a method for each operation, which throws {@link ProblemError} where it is refused. */
export function openRounds(options: Options): OpenRounds {
  const { baseUrl, token, language, retries = 3, timeoutMs = 60_000 } = options;
  const http = createFetchClient<paths>({
    baseUrl,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(language === undefined ? {} : { 'Accept-Language': language }),
    },
    fetch: patientFetch({ retries, timeoutMs }),
  });
  const methods = Object.fromEntries(
    (Object.keys(OPERATIONS) as Id[]).map((id) => [id, (init: Init<Id>) => send(http, id, init)]),
  ) as unknown as Methods;
  return { ...methods, http, rank: (body, seconds = 60) => rank(methods, body, seconds) };
}

interface AnyInit {
  readonly path?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly body?: unknown;
  readonly mediaType?: string;
  readonly signal?: AbortSignal;
}

/** The operations differ in their types and in nothing else: what the types promise is sent as it is. */
type Send = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

async function send<I extends Id>(http: Client<paths>, id: I, given: Init<I>): Promise<Answer<I>> {
  const facts: Facts = OPERATIONS[id];
  const { path, query, header, body, signal, mediaType = facts.mediaType } = (given ?? {}) as AnyInit;
  const isText = typeof body === 'string' && mediaType !== undefined && !mediaType.endsWith('json');
  const { data, error, response } = await (http.request as Send)(facts.method, facts.path, {
    params: { path, query, header: facts.doneOnce === true ? withKey(header) : header },
    ...(body === undefined ? {} : { body }),
    ...(mediaType === undefined ? {} : { headers: { 'Content-Type': mediaType } }),
    ...(isText ? { bodySerializer: (text: string) => text } : {}),
    ...(signal === undefined ? {} : { signal }),
    parseAs: 'stream',
  });
  const isAnswer = response.ok || facts.answersToo?.includes(response.status) === true;
  if (!isAnswer) throw new ProblemError(response.status, problemOf(response, error));
  if (facts.as === 'events') return readEvents(data as ReadableStream<Uint8Array>) as Answer<I>;
  return (response.ok ? await answeredBy(facts.as, response, data) : error) as Answer<I>;
}

/** Sent again, it is done once: every attempt of a call carries the same key. */
const withKey = (header: Record<string, unknown> = {}): Record<string, unknown> => ({
  'Idempotency-Key': crypto.randomUUID(),
  ...header,
});

/** What stands between may refuse without a problem document. */
function problemOf({ status, headers }: Response, error: unknown): Problem {
  if (headers.get('content-type')?.startsWith('application/problem+json') === true) return error as Problem;
  return { type: 'about:blank', title: `HTTP ${String(status)}`, status, detail: String(error) };
}

const isGoing = ({ status }: Schemas['Run']): boolean => status === 'queued' || status === 'running';

async function rank(
  methods: Methods,
  body: Schemas['CreateRunInput'],
  seconds: number,
): Promise<Schemas['Run']> {
  const end = AbortSignal.timeout(seconds * 1000);
  const wait = Math.trunc(Math.max(0, Math.min(LONGEST_WAIT_SECONDS, seconds)));
  let run = await methods.createRun({ header: { Prefer: `wait=${String(wait)}` }, body });
  while (isGoing(run) && !end.aborted) {
    await untilOver(methods, run.id, end);
    run = await methods.getRun({ path: { id: run.id } });
  }
  return run;
}

async function untilOver(methods: Methods, id: string, end: AbortSignal): Promise<void> {
  try {
    for await (const { type } of await methods.streamRunEvents({ path: { id }, signal: end }))
      if (type === 'completed' || type === 'failed') return;
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

/**
 * The items of a list, page by page, as they are asked for.
 *
 * @param page asks for the page that begins at a cursor; undefined for the first
 */
export async function* pages<T>(
  page: (cursor: string | undefined) => Promise<{ items: readonly T[]; nextCursor?: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null | undefined;
  do {
    const { items, nextCursor } = await page(cursor ?? undefined);
    yield* items;
    cursor = nextCursor;
  } while (cursor !== null && cursor !== undefined);
}
