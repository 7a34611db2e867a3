import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** How the endpoint treats the next requests. */
export type Behaviour =
  | { readonly kind: 'content'; readonly content: string; readonly finishReason?: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'late'; readonly afterMs: number; readonly content: string }
  /** Half of the answer; then the connection is gone, or (`quietly`) ended as if all had been said. */
  | { readonly kind: 'cut'; readonly content: string; readonly quietly?: boolean }
  | { readonly kind: 'no-choices' }
  /** A byte now and then, or (`endless`) as many as the connection takes. */
  | { readonly kind: 'trickle' }
  | { readonly kind: 'endless' };

/** A request as it arrived. */
export interface Seen {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What distinguishes one maker's endpoint on the wire. Nothing given: it takes all that it is asked for. */
export interface Dialect {
  /** What it makes of a format before it answers: another behaviour, or the one that was told. */
  readonly onFormat?: (format: string, body: string, told: Behaviour) => Behaviour;
  /** Sent before the answer, as a sign of life. */
  readonly before?: { readonly whole: string; readonly stream: string };
  /** Ids of `GET /models`; none: it has no such list. */
  readonly models?: readonly string[];
  /** Events of a stream between the first and the text, e.g. thoughts. */
  readonly thoughts?: readonly object[];
}

/** A chat-completions endpoint on the loopback interface, which answers as it is told. */
export class ChatEndpoint {
  readonly seen: Seen[] = [];
  behaviour: Behaviour = { kind: 'silence' };
  /** Behaviours of the next requests, one each; then `behaviour`. */
  first: Behaviour[] = [];
  dialect: Dialect = {};
  /** Called when a request has arrived. */
  onRequest: () => void = () => undefined;
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '';
    if (path.endsWith('/models')) {
      this.listModels(response);
      return;
    }
    this.seen.push({ path, authorization: request.headers.authorization, body });
    this.onRequest();
    const told = this.first.shift() ?? this.behaviour;
    const { stream = false, response_format: asked } = JSON.parse(body) as {
      stream?: boolean;
      response_format?: { type: string };
    };
    const behaviour = this.dialect.onFormat?.(asked?.type ?? 'text', body, told) ?? told;
    new Reply(response, stream, this.dialect).send(behaviour);
  }

  private listModels(response: ServerResponse): void {
    const { models } = this.dialect;
    if (this.behaviour.kind === 'status') {
      response.writeHead(this.behaviour.status).end(this.behaviour.body);
    } else if (models === undefined) {
      response.writeHead(404).end('{}');
    } else {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }));
    }
  }
}

/** One reply, whole or as a stream of events. */
class Reply {
  constructor(
    private readonly response: ServerResponse,
    private readonly stream: boolean,
    private readonly dialect: Dialect,
  ) {}

  send(behaviour: Behaviour): void {
    switch (behaviour.kind) {
      case 'silence':
        return;
      case 'status':
        this.response
          .writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers })
          .end(behaviour.body);
        return;
      case 'content':
        this.open();
        this.response.end(this.text(behaviour.content, behaviour.finishReason));
        return;
      case 'late':
        this.late(behaviour.content, behaviour.afterMs);
        return;
      case 'no-choices':
        this.open();
        this.response.end(this.stream ? events([chunk([])]) : JSON.stringify(completion([])));
        return;
      case 'cut':
        this.cut(behaviour.content, behaviour.quietly ?? false);
        return;
      case 'trickle':
        this.open();
        this.trickle();
        return;
      case 'endless':
        this.open();
        this.pour();
    }
  }

  private open(): void {
    const type = this.stream ? 'text/event-stream' : 'application/json';
    this.response.writeHead(200, { 'content-type': type });
    const { before } = this.dialect;
    if (before !== undefined) this.response.write(this.stream ? before.stream : before.whole);
  }

  private text(content: string, finishReason = 'stop'): string {
    if (!this.stream) return JSON.stringify(completion([{ content, finishReason }]));
    const middle = Math.ceil(content.length / 2);
    const pieces = [content.slice(0, middle), content.slice(middle)];
    return events([
      chunk([delta({ role: 'assistant', content: '' })]),
      ...(this.dialect.thoughts ?? []),
      ...pieces.map((piece) => chunk([delta({ content: piece })])),
      chunk([delta({}, finishReason)]),
      { ...chunk([]), usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } },
    ]);
  }

  private late(content: string, afterMs: number): void {
    const timer = setTimeout(() => {
      this.send({ kind: 'content', content });
    }, afterMs);
    this.response.on('close', () => {
      clearTimeout(timer);
    });
  }

  private cut(content: string, quietly: boolean): void {
    const all = this.text(content);
    const isStream = this.stream;
    // In a stream behind the last piece of text, so that only the end of the stream is missing.
    const half = all.slice(0, isStream ? all.indexOf('"finish_reason":"stop"') : all.length / 2);
    this.open();
    const sent = isStream ? half.slice(0, half.lastIndexOf('data:')) : half;
    if (quietly) this.response.end(sent);
    else this.response.write(sent, () => this.response.socket?.destroy());
  }

  private trickle(): void {
    const timer = setInterval(() => this.response.write(this.stream ? ': \n' : ' '), 5);
    this.response.on('close', () => {
      clearInterval(timer);
    });
  }

  private pour(): void {
    const piece = this.stream
      ? events([chunk([delta({ content: ' '.repeat(4096) })])], false)
      : ' '.repeat(8192);
    const more = (): void => {
      while (!this.response.closed && this.response.write(piece));
    };
    this.response.on('drain', more);
    more();
  }
}

interface Choice {
  readonly content: string;
  readonly finishReason: string;
}

function completion(choices: readonly Choice[]): object {
  return {
    id: 'completion-1',
    object: 'chat.completion',
    created: 0,
    model: 'sample-model',
    choices: choices.map(({ content, finishReason }, index) => ({
      index,
      message: { role: 'assistant', content },
      finish_reason: finishReason,
    })),
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

/** An event of a stream, for dialects that add some. */
export function chunk(choices: readonly object[]): object {
  return { id: 'completion-1', object: 'chat.completion.chunk', created: 0, model: 'sample-model', choices };
}

/** A piece of text of a stream. */
export function delta(piece: object, finishReason: string | null = null): object {
  return { index: 0, delta: piece, finish_reason: finishReason };
}

function events(data: readonly object[], isAll = true): string {
  const lines = data.map((each) => `data: ${JSON.stringify(each)}\n\n`);
  return [...lines, ...(isAll ? ['data: [DONE]\n\n'] : [])].join('');
}
