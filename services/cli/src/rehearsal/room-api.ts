import { setTimeout as delay } from 'node:timers/promises';
import {
  type JoinRoomInput,
  LibraryList,
  Mine,
  Room,
  type SubmissionInput,
  SubmissionReceipt,
  TeacherRoomState,
} from '@openrounds/contracts';
import { z } from 'zod';
import { type Failure, ServerApi } from '../server/server-api';
import { Naps } from './naps';

/** Seconds between tries: doubled each time, as phones do, ± 50 %, so that a hall does not knock in step. */
const FIRST_WAIT_S = 1;
const LONGEST_WAIT_S = 10;
const Joined = z.object({ number: z.number().int(), token: z.string() });
/** Names of a language: the id of a disease first, then what it is called. */
const Vocabulary = z.array(z.tuple([z.string()]).rest(z.string()));
/** A phone waits so long for an answer before it asks again. */
const PATIENCE_MS = 20_000;

export interface RoomApiOptions {
  /** Addresses of the product: the first is asked, and the next one where it is not there any more. */
  readonly servers: readonly string[];
  readonly teacherKey: string;
  readonly random: () => number;
  /** Ends whatever is still being tried. */
  readonly signal: AbortSignal;
}

/** Seconds until the next try after so many that failed, ± 50 %. */
const waitAfter = (failures: number, random: number): number =>
  Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (failures - 1)) * (0.5 + random);

/**
 * The operations of rooms that a teacher and a hall of phones need, over the public API of a running product. Whatever
 * fails in passing is asked again, as a phone does.
 */
export class RoomApi {
  private readonly api = new ServerApi(
    () => this.address,
    (failure) => this.pause(failure),
  );
  private readonly naps = new Naps();
  private at = 0;

  constructor(private readonly options: RoomApiOptions) {}

  /** The same product by the eyes of another phone, which begins at another of its addresses. */
  startingAt(place: number): RoomApi {
    const { servers } = this.options;
    const from = place % servers.length;
    return new RoomApi({ ...this.options, servers: [...servers.slice(from), ...servers.slice(0, from)] });
  }

  /** One for each address. */
  atEachAddress(): RoomApi[] {
    return this.options.servers.map((_, place) => this.startingAt(place));
  }

  get address(): string {
    const { servers } = this.options;
    const address = servers[this.at % servers.length];
    if (address === undefined) throw new Error('no address of a product');
    return new URL(address).origin;
  }

  /** The first published case of the library, or the one with this id. */
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

  /** The table of all answers, as a spreadsheet gets it. */
  table(code: string): Promise<string> {
    return this.api.text('GET', `/v1/rooms/${code}/results.csv`, {
      bearer: this.options.teacherKey,
      signal: this.patience,
    });
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
    const path = `/v1/rooms/${code}/vocabulary?lang=en`;
    const names = await this.ask('GET', path, Vocabulary, { bearer: token });
    return names.map(([id]) => id);
  }

  mine(code: string, token: string): Promise<z.output<typeof Mine>> {
    return this.ask('GET', `/v1/rooms/${code}/me`, Mine, { bearer: token });
  }

  /** The open stream of a room; the caller reads it. Where there is none, the next try goes to the next address. */
  async events(code: string, bearer: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { address } = this;
    try {
      return await this.api.events(`/v1/rooms/${code}/events`, { bearer, signal: () => signal });
    } catch (error) {
      this.leave(address);
      throw error;
    }
  }

  /** Waits before a stream is opened again. */
  async beforeAnotherStream(failures: number, signal: AbortSignal): Promise<void> {
    await delay(waitAfter(failures, this.options.random()) * 1000, undefined, { signal });
  }

  /** The stream is back: what waits to be sent goes at once. */
  wake(): void {
    this.naps.wake();
  }

  private asTeacher<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    body?: unknown,
  ): Promise<z.output<T>> {
    return this.ask(method, path, schema, { body, bearer: this.options.teacherKey });
  }

  private ask<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    sent: { body?: unknown; bearer?: string },
  ): Promise<z.output<T>> {
    return this.api.json(method, path, schema, { ...sent, signal: this.patience });
  }

  private readonly patience = (): AbortSignal =>
    AbortSignal.any([this.options.signal, AbortSignal.timeout(PATIENCE_MS)]);

  /** Whoever finds an address dead goes on to the next, unless they have done so already. */
  private leave(address: string): void {
    if (this.address === address) this.at += 1;
  }

  private async pause({ address, failures, retryAfter, answered }: Failure): Promise<boolean> {
    if (!answered) this.leave(address);
    const { random, signal } = this.options;
    await this.naps.sleep(Math.max(retryAfter, waitAfter(failures, random())), signal);
    return true;
  }
}
