import { type IQueueBackend, type JobProgress, Worker } from 'bullmq';

/**
 * A worker that can be left while a handler is still running. BullMQ's own `close` waits for it and renews its
 * lock all the time, so that no other worker would ever get the job.
 */
export class AbandonableWorker<B extends IQueueBackend, C> extends Worker<
  unknown,
  unknown,
  string,
  B,
  JobProgress,
  C
> {
  /** Renews no lock any more and lets go of the connection. What the handlers still do reaches nobody. */
  async abandon(): Promise<void> {
    await this.lockManager.close();
    await this.backend.close(true);
  }
}
