import { setTimeout as delay } from 'node:timers/promises';
import { type Patience } from './server-api';

const TRIES = 6;

/** Waits some seconds. */
export type Wait = (seconds: number) => Promise<unknown>;

/**
 * A busy product is asked again, six times in all; one that is not there is not.
 *
 * @param seconds - between two tries where the product names no time
 */
export function askingBusyAgain(seconds: number, wait: Wait = (some) => delay(some * 1000)): Patience {
  return async ({ failures, retryAfter, answered }) => {
    if (!answered || failures === TRIES) return false;
    await wait(retryAfter || seconds);
    return true;
  };
}
