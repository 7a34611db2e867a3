import { PostgresConnection, PostgresQueueBackend, type QueueBaseOptions } from 'bullmq';
import { type Pool } from 'pg';
import { type JobSignals } from './job-signals';
import { type Left, LOOK, splitOptions } from './what-is-left';

type Claim = Awaited<ReturnType<PostgresQueueBackend['moveToActive']>>;
type Marker = Awaited<ReturnType<PostgresQueueBackend['waitForJob']>>;

/** No job, no limit of rate, no delay: what BullMQ's worker understands as an empty queue. */
const NOTHING: Claim = [null, '', 0, 0];

/**
 * BullMQ's backend on Postgres with few statements. BullMQ claims in vain after each claim, and claims in vain again
 * with each result, asks twice when the next delayed job is due, and looks whether one waits: eight statements a job.
 * Here a claim tells what is left and a worker sleeps; while it sleeps, a result is only a result. Three statements.
 * Nothing is lost by it: signals are heard from before a claim on, and one that came since then ends the sleep at once.
 */
export class SparingBackend extends PostgresQueueBackend {
  /** A job was claimed and nobody has looked since whether there is another. */
  private justClaimed = false;
  /** What the last claim said is left; undefined where it is to be looked up. */
  private left: (Left & { readonly at: number }) | undefined;
  /** A signal has come since the last claim or look began. */
  private signalled = false;
  private unsubscribe: (() => void) | undefined;
  /** It found nothing, and waits for a signal. */
  private asleep = false;
  private stopped = false;
  private givesWayMs = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly pool: Pool,
    private readonly signals: JobSignals,
    name: string,
    options: QueueBaseOptions<Pool>,
  ) {
    super(new PostgresConnection(pool), name, options);
  }

  /** Seconds. A signal that was lost all the same costs no more than this. */
  override get maximumBlockTimeout(): number {
    return 10;
  }

  override async moveToActive(token: string, name?: string): Promise<Claim> {
    if (this.justClaimed) {
      this.justClaimed = false;
      return NOTHING; // the worker goes on to waitForJob, which knows what is left
    }
    this.left = undefined;
    this.signalled = false;
    const isHeard = this.unsubscribe !== undefined;
    const at = performance.now();
    const [job, ...rest] = await super.moveToActive(token, name);
    this.justClaimed = job !== null;
    // When the next one is due the worker would hold against its own clock; waitForJob knows by the database's.
    if (job === null) return NOTHING;
    const { options, left } = splitOptions(job.opts);
    this.left = isHeard && left !== undefined ? { ...left, at } : undefined;
    return [{ ...job, opts: options }, ...rest];
  }

  override moveToCompleted(
    ...[job, result, removal, token, fetchNext]: Parameters<PostgresQueueBackend['moveToCompleted']>
  ): ReturnType<PostgresQueueBackend['moveToCompleted']> {
    return super.moveToCompleted(job, result, removal, token, fetchNext && !this.asleep);
  }

  override async waitForJob(seconds: number): Promise<Marker> {
    this.justClaimed = false;
    await this.signals.ready();
    if (this.closing !== undefined || this.stopped) return null;
    this.unsubscribe ??= this.signals.subscribe(this.queueName, this.onSignal);
    const { present, dueIn, at } = this.left ?? (await this.look());
    this.left = undefined;
    if (present || this.signalled) return this.marker();
    const untilDue = dueIn === null ? Infinity : at + dueIn + this.givesWayMs - performance.now();
    await this.sleep(Math.min(seconds * 1_000, untilDue));
    return this.signalled && !this.stopped ? this.marker() : null;
  }

  /** From now on it looks so much later than others for what is due. */
  giveWay(milliseconds: number): void {
    this.givesWayMs = milliseconds;
  }

  override disconnectBlocking(wait?: boolean): Promise<void> {
    this.stop();
    return super.disconnectBlocking(wait);
  }

  override reconnectBlocking(): Promise<void> {
    this.stopped = false;
    return super.reconnectBlocking();
  }

  override close(force?: boolean): Promise<void> {
    this.stop();
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    return super.close(force);
  }

  private readonly onSignal = (): void => {
    this.signalled = true;
    this.wake();
  };

  private stop(): void {
    this.stopped = true;
    this.wake();
  }

  private async look(): Promise<Left & { readonly at: number }> {
    this.signalled = false;
    const at = performance.now();
    const { rows } = await this.pool.query<{ present: boolean; dueIn: string | null }>(LOOK, [
      this.queueName,
    ]);
    const [{ present, dueIn } = { present: false, dueIn: null }] = rows;
    return { present, dueIn: dueIn === null ? null : Number(dueIn), at };
  }

  private async sleep(milliseconds: number): Promise<void> {
    this.asleep = true;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, Math.max(0, milliseconds));
        if (this.signalled || this.stopped) resolve();
      });
    } finally {
      clearTimeout(timer);
      this.asleep = false;
    }
  }

  private marker(): Marker {
    return { member: this.queueName, score: 0 };
  }
}
