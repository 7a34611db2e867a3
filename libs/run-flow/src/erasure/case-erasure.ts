import { Inject, Injectable } from '@nestjs/common';
import {
  erasureJobId,
  runJobId,
  type EraseCasePayload,
  type QueueName,
  type Queues,
} from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { BusyFault, type JobContext, type JobQueue } from '@openrounds/queue';
import { JOB_QUEUE } from '../module/tokens';

/** The services that hold something of a case and are told to erase it. */
export type ErasingService = 'case-intake' | 'ddx-ranking' | 'guideline-retrieval' | 'explanation-log';

/** Where jobs of a run stand that a service takes from its queues. */
export interface JobsOfRun {
  readonly queue: QueueName;
  readonly job: string;
}

/** What a service holds of a case. */
export interface HeldOfCase {
  readonly service: ErasingService;
  /** Removes the service's rows of a case; twice does no harm. */
  readonly rows: { erase(tenantId: string, caseId: string): Promise<void> };
  readonly jobsOfRun: readonly JobsOfRun[];
  /** Still to be done before the erasure is acknowledged, when nothing of the case is left; twice does no harm. */
  readonly afterwards?: (tenantId: string, caseId: string) => Promise<void>;
}

/** An erasure is never given up: after the usual tries it is looked at again this often. */
const TRY_AGAIN_MS = 60_000;

/** Erases a case in one service: its rows, what its jobs still carry; then acknowledges. Twice does no harm. */
@Injectable()
export class CaseErasure {
  constructor(@Inject(JOB_QUEUE) private readonly jobs: JobQueue<Queues>) {}

  async execute(
    payload: EraseCasePayload,
    held: HeldOfCase,
    { lastAttempt }: Pick<JobContext<Queues>, 'lastAttempt'>,
  ): Promise<null> {
    try {
      await this.erase(payload, held);
      return null;
    } catch (fault) {
      throw lastAttempt ? new BusyFault('the erasure is still to be done', TRY_AGAIN_MS) : fault;
    }
  }

  private async erase(
    { meta, caseId, runs, epoch: sent }: EraseCasePayload,
    held: HeldOfCase,
  ): Promise<void> {
    const { service, rows, jobsOfRun, afterwards } = held;
    await rows.erase(meta.tenantId, caseId);
    for (const { runId, epoch } of runs) await this.scrub(jobsOfRun, runId, epoch);
    await afterwards?.(meta.tenantId, caseId);
    faultPoint(`${service}:erase-case`);
    const jobId = erasureJobId(caseId, 'case-erased.v1', service, sent);
    const erased = { meta, caseId, epoch: sent, service };
    await this.jobs.enqueue('gateway', 'case-erased.v1', erased, { jobId });
  }

  private async scrub(jobsOfRun: readonly JobsOfRun[], runId: string, lastEpoch: number): Promise<void> {
    for (let epoch = 0; epoch <= lastEpoch; epoch += 1) {
      for (const { queue, job } of jobsOfRun) await this.jobs.scrub(queue, runJobId(runId, job, epoch));
    }
  }
}
