/**
 * The id of a run's job: run, step, version of the step, epoch. The same step of the same epoch is the same
 * job, so that enqueuing it twice does no harm; the reconciler raises the epoch to drive a run again.
 */
export const runJobId = (runId: string, job: string, epoch: number): string =>
  `${runId}-${job.replace('.v', '-v')}-${String(epoch)}`;

/**
 * The id of an erasure's job for one service, or of its acknowledgement: the same for the same sending, so that it is
 * queued once; another when the erasure is sent again, since a queue remembers ids of jobs that are gone.
 */
export const erasureJobId = (
  caseId: string,
  job: 'erase-case.v1' | 'case-erased.v1',
  service: string,
  epoch: number,
): string => [caseId, job.replace('.', '-'), service, ...(epoch === 0 ? [] : [String(epoch)])].join('-');
