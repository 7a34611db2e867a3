const WORKER = '/j/worker.js';

/** Null on plain HTTP, where a browser lets no page keep itself, and in some chat programs. */
const workers = (): ServiceWorkerContainer | null =>
  (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker ?? null;

/** Keeps the page on this phone for when there is no network; where that cannot be it is a page like any other. */
export async function keepPage(): Promise<void> {
  await workers()
    ?.register(WORKER)
    .catch(() => undefined);
}

/** Takes the page off this phone again: nothing else of the product keeps anything in caches. */
export async function dropPage(): Promise<void> {
  const kept = await workers()
    ?.getRegistration('/j/')
    .catch(() => undefined);
  await kept?.unregister().catch(() => undefined);
  if (typeof caches === 'undefined') return;
  const names = await caches.keys().catch(() => []);
  await Promise.all(names.map((name) => caches.delete(name).catch(() => false)));
}
