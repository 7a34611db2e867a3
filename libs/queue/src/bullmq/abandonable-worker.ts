import { DelayedError, type IQueueBackend, type Job, type JobProgress, Worker } from 'bullmq';
import { isInfrastructureFault } from '../infrastructure/infrastructure-fault';

/** Before a job is offered again whose result the backend would not take. Milliseconds. */
const REFUSED_MS = 250;

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
    if (!isInfrastructureFault(error)) return super.handleFailed(error, job, token, ...rest);
    await job.moveToDelayed(Date.now() + REFUSED_MS, token);
    return super.handleFailed(new DelayedError(), job, token, ...rest);
  }
}
