import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** How the endpoint treats the next requests. */
export type Behaviour =
  | { readonly kind: 'content'; readonly content: string }
  | { readonly kind: 'tool-call'; readonly arguments: string }
  | { readonly kind: 'status'; readonly status: number; readonly body: string }
  | { readonly kind: 'silence' };

/** A request as it arrived. */
export interface Seen {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A chat-completions endpoint on the loopback interface, which answers as it is told. */
export class ChatEndpoint {
  readonly seen: Seen[] = [];
  behaviour: Behaviour = { kind: 'silence' };
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
    this.seen.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    this.onRequest();
    const { behaviour } = this;
    if (behaviour.kind === 'silence') return;
    const [status, text] =
      behaviour.kind === 'status'
        ? [behaviour.status, behaviour.body]
        : [200, JSON.stringify(completion(behaviour))];
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  }
}

function completion(behaviour: Exclude<Behaviour, { kind: 'status' | 'silence' }>): object {
  const message =
    behaviour.kind === 'content'
      ? { role: 'assistant', content: behaviour.content }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: 'call-1',
              type: 'function',
              function: { name: 'differential', arguments: behaviour.arguments },
            },
          ],
        };
  return {
    id: 'completion-1',
    object: 'chat.completion',
    created: 0,
    model: 'sample-model',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}
