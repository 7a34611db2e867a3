/**
 * The id of a run's job: run, step, version of the step, epoch. The same step of the same epoch is the same
 * job, so that enqueuing it twice does no harm; the reconciler raises the epoch to drive a run again.
 */
export const runJobId = (runId: string, job: string, epoch: number): string =>
  `${runId}-${job.replace('.v', '-v')}-${String(epoch)}`;
