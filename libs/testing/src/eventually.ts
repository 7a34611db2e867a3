import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/**
 * Waits until `look` gives a value other than undefined and false, for what other processes bring about and
 * nothing announces. Prefer an event where there is one.
 *
 * @param timeoutMs milliseconds
 * @throws Error naming `what` when it does not happen in time
 */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`${what}: did not happen within ${String(timeoutMs)} ms`);
    await delay(LOOK_EVERY_MS);
  }
}
