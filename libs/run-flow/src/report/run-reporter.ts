import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  runJobId,
  type Queues,
  type ReportedSection,
  type RunCompletedPayload,
  type RunMeta,
  type UnderstoodSection,
} from '@openrounds/contracts';
import { toProblem } from '@openrounds/platform';
import { isInfrastructureFault, type JobQueue } from '@openrounds/queue';
import { JOB_QUEUE } from '../module/tokens';

/** Tells the gateway, the only writer of a run's status, how a run gets on. Telling twice does no harm. */
@Injectable()
export class RunReporter {
  constructor(@Inject(JOB_QUEUE) private readonly jobs: JobQueue<Queues>) {}

  /** What has become known at the same time travels in one report. */
  async progressed(meta: RunMeta, ...sections: ReportedSection[]): Promise<void> {
    const types = sections.map(({ type }) => type).join('-');
    const jobId = runJobId(meta.runId, `run-progressed-${types}.v1`, meta.epoch);
    await this.jobs.enqueue('gateway', 'run-progressed.v1', { meta, sections }, { jobId });
  }

  async completed(completed: RunCompletedPayload): Promise<void> {
    const { runId, epoch } = completed.meta;
    const jobId = runJobId(runId, 'run-completed.v1', epoch);
    await this.jobs.enqueue('gateway', 'run-completed.v1', completed, { jobId });
  }

  /**
   * A fault that is not a domain error is ours: the run says that it failed, the log says why. An outage ends a run
   * only when it has lasted past the run's deadline.
   *
   * @param understood known by then, and not told yet
   */
  async failed(meta: RunMeta, fault: Error, understood?: UnderstoodSection): Promise<void> {
    const cause = reasonOf(fault);
    const problem = toProblem(cause, { requestId: meta.requestId, instance: `/v1/runs/${meta.runId}` });
    const jobId = runJobId(meta.runId, 'run-failed.v1', meta.epoch);
    await this.jobs.enqueue(
      'gateway',
      'run-failed.v1',
      { meta, problem, ...(understood && { understood }) },
      { jobId },
    );
  }
}

const reasonOf = (fault: Error): Error => {
  if (fault.cause instanceof DomainError) return fault.cause;
  return isInfrastructureFault(fault) ? new DomainError('timeout') : fault;
};
