import { CACHE_PREFIX, makeOfflinePage, type OfflinePage } from './offline-page';

const ORIGIN = 'https://rounds.example';
const SCRIPT = '/assets/phone-1.js';

/** The caches of one browser, and the server behind it. */
class Phone {
  readonly kept = new Map<string, Map<string, string>>();
  /** What the server says to each address; an address that is missing cannot be reached. */
  server: Record<string, string> = { '/join': 'page 1', '/j/482713': 'page 1', [SCRIPT]: 'script 1' };
  status = 200;
  /** Whether the network is there and brings nothing. */
  hangs = false;

  private async fetch(request: Request): Promise<Response> {
    if (this.hangs) return new Promise(() => undefined);
    const text = this.server[new URL(request.url).pathname];
    if (text === undefined) throw new TypeError('Failed to fetch');
    return Promise.resolve(new Response(text, { status: this.status }));
  }

  private cache(name: string): Pick<Cache, 'match' | 'addAll'> {
    const files = this.kept.get(name) ?? new Map<string, string>();
    this.kept.set(name, files);
    return {
      match: (asked) => {
        const text = files.get(asked as string);
        return Promise.resolve(text === undefined ? undefined : new Response(text));
      },
      addAll: async (requests) => {
        const fetched = await Promise.all(
          (requests as Request[]).map(async (request) => [request.url, await this.fetch(request)] as const),
        );
        for (const [url, response] of fetched) files.set(url, await response.text());
      },
    };
  }

  /** Whether the network has had its time. */
  timeIsUp = false;

  worker(version: string, files: readonly string[] = [SCRIPT]): OfflinePage {
    return makeOfflinePage({
      built: { version, files },
      origin: ORIGIN,
      caches: {
        open: (name) => Promise.resolve(this.cache(name) as Cache),
        keys: () => Promise.resolve([...this.kept.keys()]),
        delete: (name) => Promise.resolve(this.kept.delete(name)),
      },
      fetch: (request) => this.fetch(request),
      patience: () => (this.timeIsUp ? Promise.resolve() : new Promise(() => undefined)),
    });
  }
}

const asked = (path: string, mode = 'cors', method = 'GET'): Request =>
  ({ url: ORIGIN + path, mode, method }) as Request;
const navigation = asked('/j/482713', 'navigate');
const textOf = async (answer: Promise<Response> | null): Promise<string | null> =>
  answer === null ? null : (await answer).text();

describe('the page for phones on a phone', () => {
  it('is there without a network, with its files', async () => {
    const phone = new Phone();
    const worker = phone.worker('1');
    await worker.keep();
    phone.server = {};
    expect(await textOf(worker.answer(navigation))).toBe('page 1');
    expect(await textOf(worker.answer(asked(SCRIPT)))).toBe('script 1');
  });

  it('is the newest where there is a network', async () => {
    const phone = new Phone();
    const worker = phone.worker('1');
    await worker.keep();
    phone.server['/j/482713'] = 'page 2';
    expect(await textOf(worker.answer(navigation))).toBe('page 2');
  });

  it('is the one that was kept where the network brings an error of the server, or nothing for long', async () => {
    const phone = new Phone();
    const worker = phone.worker('1');
    await worker.keep();
    phone.status = 502;
    expect(await textOf(worker.answer(navigation))).toBe('page 1');
    phone.hangs = true;
    phone.timeIsUp = true;
    expect(await textOf(worker.answer(navigation))).toBe('page 1');
  });

  it.each([
    ['the room', asked('/v1/rooms/482713')],
    ['an answer on its way', asked('/v1/rooms/482713/submissions', 'cors', 'POST')],
    ['a file of another build, or of another page', asked('/assets/console-1.js')],
  ])('leaves %s to the network', async (_, request) => {
    const worker = new Phone().worker('1');
    await worker.keep();
    expect(worker.answer(request)).toBeNull();
  });

  it('gives way to the next build as a whole, and to no part of one', async () => {
    const phone = new Phone();
    await phone.worker('1').keep();
    phone.kept.set('of another page', new Map());
    const next = phone.worker('2', ['/assets/phone-2.js']);
    await expect(next.keep()).rejects.toThrow('Failed to fetch');
    phone.server['/assets/phone-2.js'] = 'script 2';
    await next.keep();
    await next.dropOthers();
    expect([...phone.kept.keys()]).toEqual(['of another page', `${CACHE_PREFIX}2`]);
    expect(await textOf(next.answer(asked('/assets/phone-2.js')))).toBe('script 2');
  });
});
