import { type JobMeta, type RunMeta } from '@openrounds/contracts';
import { type StoredRun } from '../ports/run-store';

/** What a job about a run carries that somebody asked for: its time counts from then. */
export const metaOfRun = (
  meta: JobMeta & Pick<RunMeta, 'userId'>,
  { id, caseId, versions }: StoredRun,
  at: Date,
): RunMeta => ({ ...meta, runId: id, caseId, epoch: 0, versions, acceptedAt: at.toISOString() });
