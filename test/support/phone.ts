import { randomBytes } from 'node:crypto';
import { eventually } from '@openrounds/testing';
import { answerOf, clientOf, type ApiClient, type Schemas } from './client';

export type Submission = Schemas['SubmissionInput'];

/** 128 random bits, as a phone makes them once for each room. */
export const newJoinKey = (): string => randomBytes(16).toString('base64url');

interface Refusal {
  readonly type?: string;
}

/** A student's phone in a room: it knows the public contract and nothing else. */
export class Phone {
  private constructor(
    private readonly baseUrl: string,
    readonly code: string,
    readonly joinKey: string,
    readonly joined: Schemas['JoinedRoom'],
    readonly cookie: string,
  ) {}

  /** Comes into a room; with a resume code as somebody who is there already. */
  static async join(
    baseUrl: string,
    code: string,
    more: Partial<Schemas['JoinRoomInput']> = {},
  ): Promise<Phone> {
    const body = { joinKey: newJoinKey(), language: 'en' as const, ...more };
    const { data, error, response } = await clientOf(baseUrl, 'none').POST('/v1/rooms/{code}/join', {
      params: { path: { code } },
      headers: { authorization: null },
      body,
    });
    if (data === undefined) throw new Error(`${String(response.status)}: ${JSON.stringify(error)}`);
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return new Phone(baseUrl, code, body.joinKey, data, cookie);
  }

  get number(): number {
    return this.joined.number;
  }

  get api(): ApiClient {
    return clientOf(this.baseUrl, this.joined.token);
  }

  /** Sends an answer; what came of it: `kept`, `unchanged`, `late`, or the code of the refusal. */
  async send(submission: Submission): Promise<string> {
    const path = { code: this.code };
    const { data, error } = await this.api.POST('/v1/rooms/{code}/submissions', {
      params: { path },
      body: submission,
    });
    return data?.status ?? ((error as Refusal | undefined)?.type ?? '').replace('/problems/', '');
  }

  mine(): Promise<Schemas['Mine']> {
    return answerOf(this.api.GET('/v1/rooms/{code}/me', { params: { path: { code: this.code } } }));
  }

  async state(): Promise<Schemas['RoomState']> {
    const state = await answerOf(this.api.GET('/v1/rooms/{code}', { params: { path: { code: this.code } } }));
    return state as Schemas['RoomState'];
  }

  /** Looks at the room by the cookie alone, as an event source of a browser does. */
  watch(): Promise<RoomStream> {
    return RoomStream.open(`${this.baseUrl}/v1/rooms/${this.code}/events`, { cookie: this.cookie });
  }
}

export interface RoomEvent {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** A stream of a room that is read while it comes. */
export class RoomStream {
  text = '';
  ended = false;

  private constructor(private readonly abort: AbortController) {}

  static async open(url: string, headers: Record<string, string>): Promise<RoomStream> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`${String(response.status)} ${url}`);
    const stream = new RoomStream(abort);
    void stream.read(response.body).catch(() => undefined);
    return stream;
  }

  get events(): RoomEvent[] {
    return this.text
      .split('\n\n')
      .slice(0, -1)
      .flatMap((block) => {
        const [, type] = /^event: (.*)$/m.exec(block) ?? [];
        const [, data = '{}'] = /^data: (.*)$/m.exec(block) ?? [];
        return type === undefined ? [] : [{ type, data: JSON.parse(data) as Record<string, unknown> }];
      });
  }

  /** Resolves when an event is there that is wanted. */
  async until(what: string, wanted: (event: RoomEvent) => boolean): Promise<void> {
    await eventually(what, () => this.events.some(wanted));
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of body) this.text += decoder.decode(chunk, { stream: true });
    this.ended = true;
  }
}
