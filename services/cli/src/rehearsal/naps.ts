import { setTimeout as delay } from 'node:timers/promises';

/** Waits that can be cut short. */
export class Naps {
  private alarm = new AbortController();

  /** @throws the reason of the signal, where it ends all */
  async sleep(seconds: number, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.alarm.signal]);
    await delay(seconds * 1000, undefined, { signal: either }).catch(() => undefined);
    signal.throwIfAborted();
  }

  /** Whatever waits goes on at once. */
  wake(): void {
    this.alarm.abort();
    this.alarm = new AbortController();
  }
}
