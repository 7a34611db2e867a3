import { setTimeout as sleep } from 'node:timers/promises';
import { isInfrastructureFault } from './infrastructure-fault';

const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** What time is made of; a test hands in its own. */
export interface Patience {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
}

const REAL: Patience = { now: () => performance.now(), pause: (ms) => sleep(ms) };

/**
 * Connects while a service starts. A database that restarts, or a machine with its hands full, delays a start and does not
 * end it: for half a minute what an {@link isInfrastructureFault} refused is tried again, with growing pauses. Anything else,
 * such as a wrong password, is thrown at once.
 *
 * @throws what the last try threw
 */
export async function whenReachable<T>(connect: () => Promise<T>, { now, pause } = REAL): Promise<T> {
  const end = now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await connect();
    } catch (error) {
      if (!isInfrastructureFault(error) || now() + pauseMs > end) throw error;
    }
    await pause(pauseMs);
  }
}
