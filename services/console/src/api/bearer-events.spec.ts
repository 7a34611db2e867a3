import { type BearerParts, hearByBearer } from './bearer-events';

const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };

/** A server whose streams are written by the test, one for each connection. */
class Server implements BearerParts {
  readonly asked: RequestInit[] = [];
  readonly waits: number[] = [];
  /** What the next connections are answered instead of a stream; `away`: nothing. */
  readonly instead: (Response | 'away')[] = [];
  private stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly fetch = (_path: string, init: RequestInit): Promise<Response> => {
    this.asked.push(init);
    const instead = this.instead.shift();
    if (instead === 'away') return Promise.reject(new TypeError('no network'));
    if (instead !== undefined) return Promise.resolve(instead);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.stream = controller;
        init.signal?.addEventListener('abort', () => {
          controller.error(init.signal?.reason);
        });
      },
    });
    return Promise.resolve(new Response(body, { headers: EVENT_STREAM }));
  };
  readonly pause = (milliseconds: number): Promise<void> => {
    this.waits.push(milliseconds);
    return Promise.resolve();
  };
  readonly random = (): number => 0.5;

  /** Sends bytes one by one, so that characters are cut as well. */
  async say(text: string): Promise<void> {
    for (const byte of new TextEncoder().encode(text)) this.stream?.enqueue(Uint8Array.of(byte));
    await settled();
  }

  async end(): Promise<void> {
    this.stream?.close();
    await settled();
  }

  async breakOff(): Promise<void> {
    this.stream?.error(new TypeError('terminated'));
    await settled();
  }
}

/** All that can happen without anybody else has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function listening(server: Server): Promise<{ heard: unknown[]; stop: () => void }> {
  const heard: unknown[] = [];
  const stop = hearByBearer(
    '/v1/runs/r1/events',
    'the token',
    {
      onOpen: () => heard.push('open'),
      onEvent: (name, data) => heard.push([name, data]),
      onLost: (forGood) => heard.push(forGood ? 'refused' : 'lost'),
    },
    server,
  );
  await settled();
  return { heard, stop };
}

const headersOf = (server: Server, connection: number) =>
  Object.fromEntries(new Headers(server.asked[connection]?.headers));

describe('a stream with a token', () => {
  it('tells events as they come, cut within a character too', async () => {
    const server = new Server();
    const { heard, stop } = await listening(server);
    expect(headersOf(server, 0)).toEqual({ accept: 'text/event-stream', authorization: 'Bearer the token' });
    await server.say(
      ': hello\n\nid: 1\nevent: ranked\ndata: {"name":"肺栓塞"}\n\nevent: ranked\ndata: no JSON\n',
    );
    expect(heard).toEqual(['open', ['ranked', { name: '肺栓塞' }]]);
    await server.say('\n');
    expect(heard.at(-1)).toEqual(['ranked', null]);
    stop();
  });

  it('goes on after the last event when a connection breaks off or ends', async () => {
    const server = new Server();
    const { heard, stop } = await listening(server);
    await server.say('id: 4\nevent: ranked\ndata: 1\n\nid: 5\nevent: ranked\ndata: 2');
    await server.breakOff();
    expect(headersOf(server, 1)).toMatchObject({ 'last-event-id': '4' });
    await server.say('id: 5\nevent: ranked\ndata: 2\n\n');
    await server.end();
    expect(headersOf(server, 2)).toMatchObject({ 'last-event-id': '5', authorization: 'Bearer the token' });
    expect(heard).toEqual(['open', ['ranked', 1], 'lost', 'open', ['ranked', 2], 'lost', 'open']);
    expect(server.waits).toEqual([1_000, 1_000]);
    stop();
  });

  it('waits longer each time that nothing comes', async () => {
    const server = new Server();
    const { stop } = await listening(server);
    for (let lost = 0; lost < 3; lost += 1) await server.end();
    expect(server.waits).toEqual([1_000, 2_000, 4_000]);
    await server.say('data: 1\n\n');
    await server.end();
    expect(server.waits.at(-1)).toBe(1_000);
    stop();
  });

  it.each([
    ['a refusal', new Response('{}', { status: 401 })],
    ['a page of somebody between', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['nothing to come', new Response(null, { status: 204 })],
  ])('is gone for good after %s', async (_, answer) => {
    const server = new Server();
    server.instead.push(answer);
    const { heard } = await listening(server);
    expect([heard, server.asked.length, server.waits]).toEqual([['refused'], 1, []]);
  });

  it('comes back when the network does', async () => {
    const server = new Server();
    server.instead.push('away');
    const { heard, stop } = await listening(server);
    expect(heard).toEqual(['lost', 'open']);
    stop();
  });

  it('tells nothing once nobody listens, and asks no more', async () => {
    const server = new Server();
    const { heard, stop } = await listening(server);
    await server.say('event: ranked\ndata: 1\n\n');
    stop();
    await settled();
    expect(server.asked[0]?.signal?.aborted).toBe(true);
    expect([heard, server.asked.length]).toEqual([['open', ['ranked', 1]], 1]);
  });

  it('is left in the middle of what came at once', async () => {
    const server = new Server();
    const heard: unknown[] = [];
    const stop = hearByBearer(
      '/v1/runs/r1/events',
      'the token',
      {
        onOpen: () => undefined,
        onEvent: (_, data) => {
          heard.push(data);
          stop();
        },
        onLost: () => heard.push('lost'),
      },
      {
        ...server,
        fetch: () => Promise.resolve(new Response('data: 1\n\ndata: 2\n\n', { headers: EVENT_STREAM })),
      },
    );
    await settled();
    await settled();
    expect(heard).toEqual([1]);
  });
});
