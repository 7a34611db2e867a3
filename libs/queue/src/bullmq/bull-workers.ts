import { type JobWorkers } from '../ports/job-worker';
import { type BullWorker } from './backend';

/** After the deadline: how long handlers get to heed their signal. Milliseconds. */
const SIGNAL_GRACE_MS = 500;

/** {@link JobWorkers} on BullMQ. */
export class BullWorkers implements JobWorkers {
  private closing: Promise<boolean> | undefined;

  constructor(private readonly workers: readonly BullWorker[]) {}

  async ready(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  close(deadlineMs: number): Promise<boolean> {
    this.closing ??= this.closeAll(deadlineMs);
    return this.closing;
  }

  private async closeAll(deadlineMs: number): Promise<boolean> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if (await within(closed, deadlineMs)) return true;
    for (const worker of this.workers) worker.cancelAllJobs('the service is stopping');
    if (!(await within(closed, SIGNAL_GRACE_MS))) {
      // What these jobs still do is lost on the backend, which offers them to another worker.
      await Promise.all(this.workers.map((worker) => worker.abandon()));
    }
    return false;
  }
}

async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}
