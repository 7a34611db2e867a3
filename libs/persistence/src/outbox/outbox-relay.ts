import { type EnqueueOptions, PayloadRejected } from '@openrounds/queue';
import { type DataSource, type EntityManager } from 'typeorm';
import { onOutboxCommit } from './commit-listener';
import { OutboxMessage } from './outbox-message.entity';

/** The part of `JobQueue` that the relay needs; the payload was checked when it was written. */
export interface RelayTarget {
  enqueue(queue: string, job: string, payload: unknown, options: EnqueueOptions): Promise<void>;
}

export interface OutboxRelayOptions {
  readonly dataSource: DataSource;
  readonly target: RelayTarget;
  /** Told of every failure to send. `willRetry` is false when the queue refused the message for good. */
  readonly onError?: (error: Error, willRetry: boolean) => void;
  /** Messages in one transaction. Default 100. */
  readonly batchSize?: number;
  /** Milliseconds between two looks when no commit wakes the relay. Default 1,000. */
  readonly pollMs?: number;
  /** Milliseconds that a sent message is remembered; one that failed seven times as long. Default 24 hours. */
  readonly retentionMs?: number;
}

export interface OutboxRelay {
  /** Finishes the batch that is under way and stops. */
  close(): Promise<void>;
}

type Unsent = Pick<OutboxMessage, 'id' | 'queue' | 'job' | 'jobId' | 'payload'>;

const PRUNE_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Moves what transactions left in the outbox into the queues, in order. It sends, then marks as sent: after a
 * crash in between it sends again, which the deterministic job ids make harmless. Several relays share the work
 * (`SKIP LOCKED`).
 *
 * When a message cannot be sent because the queue is away, the rest waits behind it; when the queue refuses it
 * for good, it is set aside.
 */
export function startOutboxRelay(options: OutboxRelayOptions): OutboxRelay {
  const relay = new Relay(options);
  relay.start();
  return relay;
}

class Relay implements OutboxRelay {
  private readonly batchSize: number;
  private readonly pollMs: number;
  private readonly retentionMs: number;
  private closed = false;
  private pending = false;
  private backingOff = false;
  private wakeUp: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();
  private stopListening: () => void = () => undefined;
  private nextPrune = 0;

  constructor(private readonly options: OutboxRelayOptions) {
    this.batchSize = options.batchSize ?? 100;
    this.pollMs = options.pollMs ?? 1_000;
    this.retentionMs = options.retentionMs ?? DAY_MS;
  }

  start(): void {
    this.stopListening = onOutboxCommit(this.options.dataSource, () => {
      this.wake();
    });
    this.loop = this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening();
    this.wakeUp();
    await this.loop;
  }

  private wake(): void {
    this.pending = true;
    if (!this.backingOff) this.wakeUp();
  }

  private async run(): Promise<void> {
    while (!this.closed) {
      const woken = this.pending;
      this.pending = false;
      try {
        // By itself a relay nearly always finds nothing: then a look is enough, where a batch is a transaction.
        const more = (woken || (await this.hasUnsent())) && (await this.sendBatch());
        await this.pruneNowAndThen();
        this.backingOff = false;
        if (more) continue;
      } catch (error) {
        this.report(error, true);
        this.backingOff = true; // a queue that is away is not asked again at each commit
      }
      await this.rest();
    }
  }

  /** Until the next look, or until a commit wakes the relay; not at all when one came meanwhile. */
  private rest(): Promise<void> {
    if (this.closed || (this.pending && !this.backingOff)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** @returns true when there may be more to send at once */
  private async sendBatch(): Promise<boolean> {
    const { failure, sent } = await this.options.dataSource.transaction(async (manager) => {
      const batch = await this.takeBatch(manager);
      return this.send(manager, batch);
    });
    if (failure !== undefined) throw failure;
    return sent === this.batchSize;
  }

  private async hasUnsent(): Promise<boolean> {
    const [row] = await this.options.dataSource.query<{ unsent: boolean }[]>(
      'SELECT EXISTS (SELECT FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL) AS unsent',
    );
    return row?.unsent === true;
  }

  private takeBatch(manager: EntityManager): Promise<Unsent[]> {
    return manager.query<Unsent[]>(
      `SELECT id, queue, job, job_id AS "jobId", payload FROM outbox
        WHERE sent_at IS NULL AND failed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [this.batchSize],
    );
  }

  /** What was sent before a failure is marked all the same: the failure comes back as a value, not as a rollback. */
  private async send(manager: EntityManager, batch: Unsent[]): Promise<{ sent: number; failure?: unknown }> {
    const sent: string[] = [];
    for (const message of batch) {
      try {
        await this.options.target.enqueue(message.queue, message.job, message.payload, {
          jobId: message.jobId,
        });
        sent.push(message.id);
      } catch (error) {
        await manager.increment(OutboxMessage, { id: message.id }, 'attempts', 1);
        if (!(error instanceof PayloadRejected)) {
          await this.markSent(manager, sent);
          return { sent: sent.length, failure: error };
        }
        await manager.update(OutboxMessage, message.id, { failedAt: new Date(), payload: () => 'NULL' });
        this.report(error, false);
      }
    }
    await this.markSent(manager, sent);
    return { sent: batch.length };
  }

  private async markSent(manager: EntityManager, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.query(
      `UPDATE outbox SET sent_at = clock_timestamp(), payload = NULL, attempts = attempts + 1 WHERE id = ANY($1::bigint[])`,
      [ids],
    );
  }

  private async pruneNowAndThen(): Promise<void> {
    if (Date.now() < this.nextPrune) return;
    this.nextPrune = Date.now() + PRUNE_EVERY_MS;
    await this.options.dataSource.query(
      `DELETE FROM outbox
        WHERE sent_at < clock_timestamp() - $1 * interval '1 millisecond'
           OR failed_at < clock_timestamp() - 7 * $1 * interval '1 millisecond'`,
      [this.retentionMs],
    );
  }

  private report(error: unknown, willRetry: boolean): void {
    this.options.onError?.(error instanceof Error ? error : new Error(String(error)), willRetry);
  }
}
