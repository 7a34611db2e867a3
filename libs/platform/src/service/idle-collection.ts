const LOOK_EVERY_MS = 1_000;
/** Share of the time in which a service that only waits does something: signals of life, looks at its queue. A run a second is more. */
const WAITING = 0.02;
/** A collection takes a tenth of a second: it must have this much to do, as a share of what was alive at the last one. */
const WORTH_COLLECTING = 0.2;

/**
 * Collects all garbage. Does nothing without `--expose-gc`. V8 moves together what lies on pages that are nearly empty and no more:
 * to move everything took two and a half times as long, and for a while a service held the old pages beside the new ones.
 */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** What a service did since the last look, and what it holds. */
export interface Look {
  /** Processor time as a share of the time that went by. Not of the event loop: on a busy machine that looks busy too. */
  readonly busy: number;
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
  look({ busy, heapUsed }: Look, collect: () => number): void {
    if (busy >= WAITING) return;
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
  const taken = () => {
    const { user, system } = process.cpuUsage();
    return { processor: (user + system) / 1000, time: performance.now() };
  };
  let before = taken();
  const look = () => {
    const now = taken();
    const busy = (now.processor - before.processor) / (now.time - before.time);
    idle.look({ busy, heapUsed: heapUsed() }, () => {
      collectGarbage();
      return heapUsed();
    });
    before = taken(); // without what a collection took
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}
