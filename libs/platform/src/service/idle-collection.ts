import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';

const LOOK_EVERY_MS = 3_000;
/** Share of the time in which a service that only waits does something: signals of life, looks at its queue. */
const WAITING = 0.05;
/** A collection takes a tenth of a second: it must have this much to do, as a share of what was alive at the last one. */
const WORTH_COLLECTING = 0.2;

/** Collects all garbage and moves together what is left. Does nothing without `--expose-gc`. */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) return;
  setFlagsFromString('--compact-on-every-full-gc');
  globalThis.gc();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** What a service did since the last look, and what it holds. */
export interface Look {
  /** Share of the time that the event loop was not waiting, 0 to 1. */
  readonly utilization: number;
  /** Bytes of the heap in use, garbage included. */
  readonly heapUsed: number;
}

/**
 * Tells when a service waits and holds garbage: V8 by itself collects only while there is work. It collects twice: pages that
 * the first collection emptied, and the young generation, go back with the second.
 */
export class IdleCollection {
  private isHalfDone = false;

  /** @param alive bytes in use after the last collection */
  constructor(private alive: number) {}

  /** Collects by `collect`, which tells how much is alive, where it is time. */
  look({ utilization, heapUsed }: Look, collect: () => number): void {
    if (utilization >= WAITING) return;
    const isWorthIt = heapUsed > this.alive * (1 + WORTH_COLLECTING);
    if (!isWorthIt && !this.isHalfDone) return;
    this.isHalfDone = isWorthIt;
    this.alive = collect();
  }
}

/** From now on collects whenever the service has waited for some seconds and it is worth it. Keeps no process alive. */
export function collectWhenIdle(): void {
  if (globalThis.gc === undefined) return;
  const heapUsed = () => process.memoryUsage().heapUsed;
  const idle = new IdleCollection(heapUsed());
  let before = performance.eventLoopUtilization();
  const look = () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    idle.look({ utilization, heapUsed: heapUsed() }, () => {
      collectGarbage();
      return heapUsed();
    });
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}
