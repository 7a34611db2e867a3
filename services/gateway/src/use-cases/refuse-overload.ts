import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { LOAD, type Load } from '../ports/load';
import { RUN_STORE, type RunStore } from '../ports/run-store';
import { RUN_LIMITS, type RunLimits } from '../settings';

const RETRY_AFTER_SECONDS = 5;
/** What waits is counted anew when it was counted this long ago: two statements for each run are dear at ten runs a second. */
const COUNTED_FOR_MS = 250;

interface Count {
  readonly waiting: number;
  readonly oldestSeconds: number;
}

/** Refuses further runs where too much waits already. */
@Injectable()
export class RefuseOverload {
  private counted: { readonly at: number; readonly count: Promise<Count> } | undefined;
  /** Let in since the last count began: a rush between two counts is not let in as a whole. */
  private since = 0;

  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'countWaiting'>,
    @Inject(LOAD) private readonly load: Load,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUN_LIMITS) private readonly limits: RunLimits,
  ) {}

  /**
   * To be asked before anything is written, so that an idempotency key stays unused.
   *
   * @throws DomainError `overloaded`
   */
  async execute(): Promise<void> {
    const { waiting, oldestSeconds } = await this.count();
    const isFull = waiting + this.since >= this.limits.maxQueuedRuns;
    if (isFull || oldestSeconds > this.limits.maxOutboxSeconds) {
      throw new DomainError('overloaded', undefined, [], RETRY_AFTER_SECONDS);
    }
    this.since += 1;
  }

  private count(): Promise<Count> {
    const at = this.clock.now().getTime();
    if (this.counted !== undefined && Math.abs(at - this.counted.at) < COUNTED_FOR_MS)
      return this.counted.count;
    this.since = 0;
    const count = this.read();
    this.counted = { at, count };
    // A count that failed is nobody else's: the next run counts again.
    count.catch(() => (this.counted = undefined));
    return count;
  }

  private async read(): Promise<Count> {
    const [waiting, oldestSeconds] = await Promise.all([
      this.runs.countWaiting(),
      this.load.oldestMessageSeconds(),
    ]);
    return { waiting, oldestSeconds };
  }
}
