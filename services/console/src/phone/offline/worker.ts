import { makeOfflinePage, type BuiltPage } from './offline-page';

/** Written by the build. */
declare const PHONE_PAGE: BuiltPage;

interface LongEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LongEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** What of a service worker's surroundings is used; the types of pages do not know it. */
interface Surroundings {
  addEventListener(type: 'install' | 'activate', listener: (event: LongEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
}

const PATIENCE_MS = 4_000;

const surroundings = globalThis as unknown as Surroundings;
const offline = makeOfflinePage({
  built: PHONE_PAGE,
  origin: location.origin,
  caches,
  fetch: (request) => fetch(request),
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
});

// A page that is open has all of its files already: the newer worker need not wait until it is closed.
surroundings.addEventListener('install', (event) => {
  event.waitUntil(offline.keep().then(() => surroundings.skipWaiting()));
});
surroundings.addEventListener('activate', (event) => {
  event.waitUntil(offline.dropOthers());
});
surroundings.addEventListener('fetch', (event) => {
  const answer = offline.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});
