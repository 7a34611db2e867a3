import { setTimeout as delay } from 'node:timers/promises';
import {
  type JoinRoomInput,
  LibraryList,
  Mine,
  Problem,
  Room,
  type SubmissionInput,
  SubmissionReceipt,
  TeacherRoomState,
} from '@openrounds/contracts';
import { z } from 'zod';

/** Seconds between tries: doubled each time, as phones do, and half of it by chance, so that a hall does not knock in step. */
const FIRST_WAIT_S = 1;
const LONGEST_WAIT_S = 15;
const Joined = z.object({ number: z.number().int(), token: z.string() });
/** Names of a language: the id of a disease first, then what it is called. */
const Vocabulary = z.array(z.tuple([z.string()]).rest(z.string()));
/** A phone waits so long for an answer before it asks again. */
const PATIENCE_MS = 20_000;

/** A request that was answered with a refusal that no repeating changes. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface RoomApiOptions {
  readonly server: string;
  readonly teacherKey: string;
  readonly random: () => number;
  /** Ends whatever is still being tried. */
  readonly signal: AbortSignal;
}

/** The operations of rooms that a teacher and a hall of phones need, over the public API of a running product. */
export class RoomApi {
  constructor(private readonly options: RoomApiOptions) {}

  /** The first published case of the library, or the one with this id or slug. */
  async caseToPlay(wanted?: string): Promise<string> {
    const { items } = await this.asTeacher('GET', '/v1/library?limit=100', LibraryList);
    const found = wanted === undefined ? items[0] : items.find(({ id }) => id === wanted);
    if (found === undefined) throw new Error(`the library has no case ${wanted ?? ''}`.trimEnd());
    return found.id;
  }

  createRoom(body: unknown): Promise<z.output<typeof Room>> {
    return this.asTeacher('POST', '/v1/rooms', Room, body);
  }

  act(code: string, act: string, body: object): Promise<z.output<typeof TeacherRoomState>> {
    return this.asTeacher('POST', `/v1/rooms/${code}/${act}`, TeacherRoomState, body);
  }

  state(code: string): Promise<z.output<typeof TeacherRoomState>> {
    return this.asTeacher('GET', `/v1/rooms/${code}`, TeacherRoomState);
  }

  join(code: string, body: z.input<typeof JoinRoomInput>): Promise<z.output<typeof Joined>> {
    return this.ask('POST', `/v1/rooms/${code}/join`, Joined, { body });
  }

  commit(
    code: string,
    token: string,
    body: z.input<typeof SubmissionInput>,
  ): Promise<z.output<typeof SubmissionReceipt>> {
    return this.ask('POST', `/v1/rooms/${code}/submissions`, SubmissionReceipt, { body, bearer: token });
  }

  async diseaseIds(code: string, token: string): Promise<string[]> {
    const names = await this.ask('GET', `/v1/rooms/${code}/vocabulary?lang=en`, Vocabulary, {
      bearer: token,
    });
    return names.map(([id]) => id);
  }

  mine(code: string, token: string): Promise<z.output<typeof Mine>> {
    return this.ask('GET', `/v1/rooms/${code}/me`, Mine, { bearer: token });
  }

  /** The open stream of a room; the caller reads it. */
  async events(code: string, bearer: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await fetch(new URL(`/v1/rooms/${code}/events`, this.options.server), {
      headers: { authorization: `Bearer ${bearer}`, accept: 'text/event-stream' },
      signal,
    });
    if (!response.ok || response.body === null) throw await refusalOf(response);
    return response.body;
  }

  private asTeacher<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    body?: unknown,
  ): Promise<z.output<T>> {
    return this.ask(method, path, schema, { body, bearer: this.options.teacherKey });
  }

  /**
   * Asks until there is an answer, as a phone does.
   * @throws Refused where repeating would change nothing
   */
  private async ask<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    { body, bearer }: { body?: unknown; bearer?: string },
  ): Promise<z.output<T>> {
    const init = {
      method,
      headers: {
        accept: 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    for (let wait = FIRST_WAIT_S; ; wait = Math.min(2 * wait, LONGEST_WAIT_S)) {
      const response = await this.fetchOnce(path, init);
      if (response?.ok) return schema.parse(await response.json());
      if (response !== undefined && response.status !== 429 && response.status < 500)
        throw await refusalOf(response);
      await response?.body?.cancel();
      const asked = Number(response?.headers.get('retry-after') ?? 0);
      const seconds = Math.max(asked, wait * (0.5 + this.options.random()));
      await delay(seconds * 1000, undefined, { signal: this.options.signal });
    }
  }

  /** Undefined: nothing came back. */
  private async fetchOnce(path: string, init: RequestInit): Promise<Response | undefined> {
    const signal = AbortSignal.any([this.options.signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      return await fetch(new URL(path, this.options.server), { ...init, signal });
    } catch {
      this.options.signal.throwIfAborted();
      return undefined;
    }
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  const { type = '', title, detail } = problem.data ?? {};
  const code = type.slice(type.lastIndexOf('/') + 1);
  const said = [title, detail].filter((text) => text !== undefined).join(': ');
  return new Refused(
    response.status,
    code,
    `${String(response.status)} ${said} (${new URL(response.url).pathname})`,
  );
}
