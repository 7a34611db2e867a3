import { type JobWorkers } from '../ports/job-worker';
import { type BullWorker } from './backend';
import { within } from './within';

/** After the deadline: how long handlers get to heed their signal. Milliseconds. */
const SIGNAL_GRACE_MS = 500;

/** A service does not keep its own start waiting for longer. */
export const READY_MS = 3_000;

/** {@link JobWorkers} on BullMQ. */
export class BullWorkers implements JobWorkers {
  private closing: Promise<boolean> | undefined;

  /** @param hasNothingToWaitFor whether no job is under way and the backend is away */
  constructor(
    private readonly workers: readonly BullWorker[],
    private readonly hasNothingToWaitFor: () => boolean,
  ) {}

  /** Resolves when all listen, or after a while: where the backend is away they begin when it is there. */
  async ready(): Promise<void> {
    await within(Promise.all(this.workers.map((worker) => worker.waitUntilReady())), READY_MS);
  }

  close(deadlineMs: number): Promise<boolean> {
    this.closing ??= this.closeAll(deadlineMs);
    return this.closing;
  }

  private async closeAll(deadlineMs: number): Promise<boolean> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if (this.hasNothingToWaitFor()) {
      closed.catch(() => undefined);
      await this.abandon();
      return true;
    }
    if (await within(closed, deadlineMs)) return true;
    for (const worker of this.workers) worker.cancelAllJobs('the service is stopping');
    if (!(await within(closed, SIGNAL_GRACE_MS))) {
      // What these jobs still do is lost on the backend, which offers them to another worker.
      await this.abandon();
    }
    return false;
  }

  private async abandon(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.abandon()));
  }
}
