import {
  type JobName,
  type PayloadInput,
  type QueueMap,
  type QueueName,
  parsePayload,
} from '@openrounds/queue';
import { type EntityManager, In } from 'typeorm';
import { markAsWritten } from './commit-listener';
import { OutboxMessage } from './outbox-message.entity';

export interface NewMessage<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> {
  readonly queue: Q;
  readonly job: J;
  readonly payload: PayloadInput<M, Q, J>;
  /** Deterministic, as for `JobQueue.enqueue`. */
  readonly jobId: string;
}

/** What waits to be sent: for back-pressure and metrics. */
export interface OutboxBacklog {
  readonly unsent: number;
  /** Milliseconds since the oldest message that waits was written; 0 when none waits. */
  readonly oldestAgeMs: number;
}

/** The transactional outbox of a service: what is written with it is sent if, and only if, the transaction commits. */
export class Outbox<M extends QueueMap> {
  constructor(private readonly map: M) {}

  /**
   * Writes a message inside the caller's transaction. The same job id again changes nothing.
   *
   * @throws `PayloadRejected` of libs/queue
   */
  async add<Q extends QueueName<M>, J extends JobName<M, Q>>(
    manager: EntityManager,
    message: NewMessage<M, Q, J>,
  ): Promise<void> {
    const { queue, job, jobId } = message;
    const payload: unknown = parsePayload(this.map, queue, job, message.payload);
    await manager.query(
      'INSERT INTO outbox (queue, job, job_id, payload) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [queue, job, jobId, JSON.stringify(payload)],
    );
    markAsWritten(manager);
  }

  /** Takes back what was not sent yet and removes what remains of the rest: for erasure. */
  async forget(manager: EntityManager, jobIds: readonly string[]): Promise<void> {
    await manager.delete(OutboxMessage, { jobId: In(jobIds) });
  }

  async backlog(manager: EntityManager): Promise<OutboxBacklog> {
    const [row] = await manager.query<{ unsent: string; age: string | null }[]>(
      `SELECT count(*) AS unsent, extract(epoch FROM clock_timestamp() - min(created_at)) * 1000 AS age
         FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL`,
    );
    return { unsent: Number(row?.unsent ?? 0), oldestAgeMs: Math.max(0, Number(row?.age ?? 0)) };
  }
}
