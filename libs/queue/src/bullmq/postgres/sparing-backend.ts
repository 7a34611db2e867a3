import { PostgresConnection, PostgresQueueBackend, type QueueBaseOptions } from 'bullmq';
import { type Pool } from 'pg';
import { DATABASE_NOW } from './database-time';
import { type JobSignals } from './job-signals';

type Claim = Awaited<ReturnType<PostgresQueueBackend['moveToActive']>>;
type Marker = Awaited<ReturnType<PostgresQueueBackend['waitForJob']>>;

interface Look {
  readonly present: boolean;
  readonly due_in: string | null;
}

/** No job, no limit of rate, no delay: what BullMQ's worker understands as an empty queue. */
const NOTHING: Claim = [null, '', 0, 0];

/** Whether a job may be claimed, and in how many milliseconds the next delayed one is due. */
const LOOK = `
  SELECT EXISTS (SELECT FROM job WHERE queue = $1 AND state = 'waiting')
           AND NOT EXISTS (SELECT FROM meta WHERE queue = $1 AND field = 'paused' AND value = '1') AS present,
         (SELECT min(process_at_ms) FROM job WHERE queue = $1 AND state = 'delayed') - ${DATABASE_NOW} AS due_in`;

/**
 * BullMQ's backend on Postgres with half the statements. BullMQ claims in vain after each claim, and claims in vain again
 * with each result, asks twice when the next delayed job is due, and looks whether one waits: eight statements a job.
 * Here a worker looks once after a claim and sleeps; while it sleeps, a result is only a result. Four statements.
 * Nothing is lost by it: the look comes after the subscription, and a signal ends the sleep.
 */
export class SparingBackend extends PostgresQueueBackend {
  /** A job was claimed and nobody has looked since whether there is another. */
  private justClaimed = false;
  /** It has looked, found nothing, and waits for a signal. */
  private asleep = false;
  private stopped = false;
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
      return NOTHING; // the worker goes on to waitForJob, which looks
    }
    const claim = await super.moveToActive(token, name);
    this.justClaimed = claim[0] !== null;
    // When the next one is due the worker would hold against its own clock; waitForJob knows by the database's.
    return this.justClaimed ? claim : NOTHING;
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
    let woken = false;
    const signalled = new Promise<void>((resolve) => {
      this.wake = () => {
        woken = true;
        resolve();
      };
    });
    const unsubscribe = this.signals.subscribe(this.queueName, this.wake);
    try {
      const { present, due_in: dueIn } = await this.look();
      if (present || woken) return this.marker();
      const untilDue = dueIn === null ? Infinity : Number(dueIn);
      this.asleep = true;
      await this.sleep(signalled, Math.min(seconds * 1_000, untilDue));
      return woken && !this.stopped ? this.marker() : null;
    } finally {
      this.asleep = false;
      unsubscribe();
    }
  }

  override disconnectBlocking(wait?: boolean): Promise<void> {
    this.stopped = true;
    this.wake();
    return super.disconnectBlocking(wait);
  }

  override reconnectBlocking(): Promise<void> {
    this.stopped = false;
    return super.reconnectBlocking();
  }

  override close(force?: boolean): Promise<void> {
    this.stopped = true;
    this.wake();
    return super.close(force);
  }

  private async look(): Promise<Look> {
    const { rows } = await this.pool.query<Look>(LOOK, [this.queueName]);
    return rows[0] ?? { present: false, due_in: null };
  }

  private async sleep(signalled: Promise<void>, milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, milliseconds));
    });
    try {
      await Promise.race([signalled, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  private marker(): Marker {
    return { member: this.queueName, score: 0 };
  }
}
