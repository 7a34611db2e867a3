/** The page for phones as it was built: the files that it loads, and what tells one build from another. */
export interface BuiltPage {
  readonly version: string;
  readonly files: readonly string[];
}

export interface OfflineParts {
  readonly built: BuiltPage;
  readonly origin: string;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  fetch(request: Request): Promise<Response>;
  /** Resolves when the network has had long enough to bring the page. */
  patience(): Promise<void>;
}

export interface OfflinePage {
  /** Keeps this build; rejects where a part of it cannot be had, and then nothing of it is used. */
  keep(): Promise<void>;
  /** Drops the builds before. */
  dropOthers(): Promise<void>;
  /** The answer to a request of the page; null where it is none of our business. */
  answer(request: Request): Promise<Response> | null;
}

/** Any room's page is the same document. */
const PAGE = '/join';
export const CACHE_PREFIX = 'openrounds-phone-';

/**
 * The page for phones, kept on the phone: what is written there must be readable where there is no network. It answers for
 * that page and its files alone; what the page asks the room goes past it.
 */
export function makeOfflinePage({ built, origin, caches, fetch, patience }: OfflineParts): OfflinePage {
  const name = CACHE_PREFIX + built.version;
  const keptOf = async (path: string): Promise<Response | undefined> =>
    (await caches.open(name)).match(origin + path, { ignoreVary: true });

  /** The newest that can be had soon. A network that is there and brings nothing is as good as none. */
  const page = async (request: Request): Promise<Response> => {
    const kept = await keptOf(PAGE);
    const fresh = fetch(request);
    if (kept === undefined) return fresh;
    return Promise.race([
      fresh.then((response) => (response.status >= 500 ? kept : response)).catch(() => kept),
      patience().then(() => kept),
    ]);
  };
  const file = async (path: string, request: Request): Promise<Response> =>
    (await keptOf(path)) ?? fetch(request);

  return {
    async keep() {
      const paths = [PAGE, ...built.files];
      const newest = paths.map((path) => new Request(origin + path, { cache: 'no-cache' }));
      await (await caches.open(name)).addAll(newest);
    },
    async dropOthers() {
      const others = (await caches.keys()).filter((each) => each.startsWith(CACHE_PREFIX) && each !== name);
      await Promise.all(others.map((each) => caches.delete(each)));
    },
    answer(request) {
      if (request.method !== 'GET') return null;
      if (request.mode === 'navigate') return page(request);
      const { pathname } = new URL(request.url);
      return built.files.includes(pathname) ? file(pathname, request) : null;
    },
  };
}
