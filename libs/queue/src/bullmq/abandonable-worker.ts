import { DelayedError, type IQueueBackend, type Job, type JobProgress, Worker } from 'bullmq';
import { isInfrastructureFault } from '../infrastructure/infrastructure-fault';

/** Before a job is offered again whose result the backend would not take. Milliseconds. */
const REFUSED_MS = 250;

/** So much later than others a worker looks for what is due that has met a job which it does not know. Milliseconds. */
const GIVE_WAY_MS = 100;

/** Thrown where a job went back into the queue because this process does not know it: another may. */
export class LeftToOthers extends DelayedError {}

/** Some backends hold by themselves when the next job is due, and are told of it. */
type Backend = IQueueBackend & { giveWay?(milliseconds: number): void };

/**
 * A worker that can be left while a handler is still running. BullMQ's own `close` waits for it and renews its
 * lock all the time, so that no other worker would ever get the job.
 */
export class AbandonableWorker<B extends Backend, C> extends Worker<
  unknown,
  unknown,
  string,
  B,
  JobProgress,
  C
> {
  private givesWay = false;

  /** Renews no lock any more and lets go of the connection. What the handlers still do reaches nobody. */
  async abandon(): Promise<void> {
    await this.lockManager.close();
    await this.backend.close(true);
  }

  /** Locks are renewed by how long this process has had a job: when it took it is a matter of its own clock. */
  protected override createJob(
    ...[data, jobId]: Parameters<Worker<unknown, unknown, string, B>['createJob']>
  ) {
    return super.createJob({ ...data, processedOn: Date.now() }, jobId);
  }

  /**
   * A runner lets no fault of the infrastructure through, so such an error is the backend's own: it would not take
   * how the job ended. BullMQ would count that as a failed try; here the job is done again and nothing is counted.
   * Where the backend refuses this too, the lock runs out and the job comes back as a stalled one.
   */
  protected override async handleFailed(
    ...[error, job, token, ...rest]: Parameters<Worker<unknown, unknown, string, B>['handleFailed']>
  ): Promise<Job<unknown, unknown, string>> {
    if (error instanceof LeftToOthers) this.giveWay();
    if (!isInfrastructureFault(error)) return super.handleFailed(error, job, token, ...rest);
    await job.moveToDelayed(Date.now() + REFUSED_MS, token);
    return super.handleFailed(new DelayedError(), job, token, ...rest);
  }
  /** Redis: the worker knows when the next job is due. */
  protected override getBlockTimeout(blockUntil: number): number {
    const timeout = super.getBlockTimeout(blockUntil);
    return this.givesWay && blockUntil > 0 ? timeout + GIVE_WAY_MS / 1_000 : timeout;
  }

  /**
   * All who wait for the next job that is due wake at the same millisecond, and Redis serves them in the same order each
   * time: without this a process of an older version could be given a newer one's job for ever.
   */
  private giveWay(): void {
    this.givesWay = true;
    this.backend.giveWay?.(GIVE_WAY_MS);
  }
}
