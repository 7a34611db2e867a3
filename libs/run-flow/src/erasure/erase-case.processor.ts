import { runJobId, type EraseCase, type QueueName, type QUEUES } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { BusyFault, type AnyProcessor, type JobQueue } from '@openrounds/queue';

/** The services that hold something of a case and are told to erase it. */
export type ErasingService = 'case-intake' | 'ddx-ranking' | 'guideline-retrieval' | 'explanation-log';
type Queues = typeof QUEUES;

/** Where jobs of a run stand that a service takes from its queues. */
export interface JobsOfRun {
  readonly queue: QueueName;
  readonly job: string;
}

export interface Erasure {
  readonly service: ErasingService;
  readonly jobs: JobQueue<Queues>;
  /** Removes the service's rows of a case; twice does no harm. */
  readonly erase: (tenantId: string, caseId: string) => Promise<void>;
  readonly jobsOfRun: readonly JobsOfRun[];
}

/** An erasure is never given up: after the usual tries it is looked at again this often. */
const TRY_AGAIN_MS = 60_000;

/** Erases a case in one service: its rows, what its jobs still carry; then acknowledges. Twice does no harm. */
export const eraseCaseProcessor = (erasure: Erasure): AnyProcessor<Queues> =>
  ({
    queue: erasure.service,
    job: 'erase-case.v1',
    handle: (payload: EraseCase, { lastAttempt }: { lastAttempt: boolean }) =>
      eraseCase(erasure, payload).catch((fault: unknown) => {
        throw lastAttempt ? new BusyFault('the erasure is still to be done', TRY_AGAIN_MS) : fault;
      }),
  }) as AnyProcessor<Queues>;

async function eraseCase({ service, jobs, erase, jobsOfRun }: Erasure, payload: EraseCase): Promise<null> {
  const { meta, caseId, runs } = payload;
  await erase(meta.tenantId, caseId);
  for (const { runId, epoch } of runs) await scrub(jobs, jobsOfRun, runId, epoch);
  faultPoint(`${service}:erase-case`);
  const jobId = `${caseId}-case-erased-v1-${service}`;
  await jobs.enqueue('gateway', 'case-erased.v1', { meta, caseId, service }, { jobId });
  return null;
}

async function scrub(
  jobs: JobQueue<Queues>,
  jobsOfRun: readonly JobsOfRun[],
  runId: string,
  lastEpoch: number,
): Promise<void> {
  for (let epoch = 0; epoch <= lastEpoch; epoch += 1) {
    for (const { queue, job } of jobsOfRun) await jobs.scrub(queue, runJobId(runId, job, epoch));
  }
}
