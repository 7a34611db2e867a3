import { Problem } from '@openrounds/contracts';
import { type z } from 'zod';

/** What goes with a request. */
export interface Sent {
  readonly body?: unknown;
  /** API key or token. */
  readonly bearer?: string;
  /** Of each try: gives it up. */
  readonly signal?: () => AbortSignal;
}

/** A try that came to nothing, where another may. */
export interface Failure {
  readonly address: string;
  /** Tries that failed so far, from 1. */
  readonly failures: number;
  /** Seconds that the server asked for, 0 where it asked for none. */
  readonly retryAfter: number;
  /** Whether anything came back at all. */
  readonly answered: boolean;
}

/** Waits until the next try. @returns false where there shall be none */
export type Patience = (failure: Failure) => Promise<boolean>;

/** A request that was answered with a refusal. */
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

interface Reply {
  readonly status: number;
  readonly retryAfter: number;
  readonly bytes: Buffer;
}

/** The public API of a running product, asked as often as patience lasts. */
export class ServerApi {
  /** @param address of the product, e.g. `http://127.0.0.1:3000`; asked before each try */
  constructor(
    private readonly address: () => string,
    private readonly patience: Patience,
  ) {}

  /**
   * The JSON that a request is answered with.
   *
   * @throws Refused where repeating would change nothing, or patience came to its end
   * @throws Error in words for a person where nothing answers
   */
  async json<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    sent: Sent = {},
  ): Promise<z.output<T>> {
    return (await this.answer(method, path, schema, sent)).value;
  }

  /** The same with the status, which tells what was made from what was there. @throws as {@link json} */
  async answer<T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    sent: Sent = {},
  ): Promise<{ readonly status: number; readonly value: z.output<T> }> {
    const { status, bytes } = await this.reply(method, path, sent);
    return { status, value: schema.parse(JSON.parse(bytes.toString())) };
  }

  /** The same for an answer that is text. @throws as {@link json} */
  async text(method: string, path: string, sent: Sent = {}): Promise<string> {
    return (await this.bytes(method, path, sent)).toString();
  }

  /** The same for an answer of any kind. @throws as {@link json} */
  async bytes(method: string, path: string, sent: Sent = {}): Promise<Buffer> {
    return (await this.reply(method, path, sent)).bytes;
  }

  private async reply(method: string, path: string, sent: Sent): Promise<Reply> {
    for (let failures = 1; ; failures += 1) {
      const url = new URL(path, this.address());
      const reply = await once(method, url, sent);
      if (reply !== undefined && reply.status < 300) return reply;
      const mayPass = reply === undefined || reply.status === 429 || reply.status >= 500;
      const { retryAfter = 0 } = reply ?? {};
      const failure = { address: url.origin, failures, retryAfter, answered: reply !== undefined };
      if (!mayPass || !(await this.patience(failure))) throw errorOf(reply, url);
    }
  }

  /** An open stream of events, tried once; the caller reads it. @throws Refused @throws TypeError where nothing answers */
  async events(path: string, sent: Sent): Promise<ReadableStream<Uint8Array>> {
    const url = new URL(path, this.address());
    const response = await request('GET', url, sent, 'text/event-stream');
    if (response.ok && response.body !== null) return response.body;
    throw errorOf({ status: response.status, retryAfter: 0, bytes: await bytesOf(response) }, url);
  }
}

/** Undefined: nothing came back, or not all of it. */
async function once(method: string, url: URL, sent: Sent): Promise<Reply | undefined> {
  try {
    const response = await request(method, url, sent, 'application/json');
    const retryAfter = Number(response.headers.get('retry-after') ?? 0);
    return { status: response.status, retryAfter, bytes: await bytesOf(response) };
  } catch {
    return undefined;
  }
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

const request = (
  method: string,
  url: URL,
  { body, bearer, signal }: Sent,
  accept: string,
): Promise<Response> =>
  fetch(url, {
    method,
    headers: {
      accept,
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal: signal() }),
  });

function errorOf(reply: Reply | undefined, { origin, pathname }: URL): Error {
  if (reply === undefined) return new Error(`${origin} does not answer: is the product running?`);
  const { type = '', title, detail, errors = [] } = problemIn(reply.bytes.toString());
  const fields = errors.map(({ pointer, message }) => `${pointer} ${message}`);
  const said = [title, detail, ...fields].filter((text) => text !== undefined).join(': ');
  const told = `${origin} answers ${String(reply.status)}${said === '' ? '' : `: ${said}`} (${pathname})`;
  return new Refused(reply.status, type.slice(type.lastIndexOf('/') + 1), told);
}

function problemIn(text: string): Partial<z.output<typeof Problem>> {
  try {
    return Problem.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
