import { Inject, Injectable } from '@nestjs/common';
import { erasureJobId, runJobId, type QueueName, type Queues } from '@openrounds/contracts';
import { type FlowProducer, type JobQueue } from '@openrounds/queue';
import { FLOW_PRODUCER, JOB_QUEUE } from '@openrounds/run-flow';
import { type JobInspector } from '../ports/job-inspector';
import { OutboxLoad } from './outbox-load';

const LAST_STEP = 'finalise-explanation.v1';
/** The steps that every run goes through, in order, and the report that one of them has failed. */
const STEPS: readonly { queue: QueueName; job: string }[] = [
  { queue: 'case-intake', job: 'normalise-case.v1' },
  { queue: 'ddx-ranking', job: 'rank-differential.v1' },
  { queue: 'explanation-log', job: LAST_STEP },
  { queue: 'gateway', job: 'run-completed.v1' },
  { queue: 'gateway', job: 'run-failed.v1' },
];
/** Reports without which a run is not complete. */
const REPORTS = ['run-progressed-understood.v1', 'run-progressed-differential.v1'];
const UNDER_WAY = new Set(['waiting', 'active', 'delayed', 'waiting-children']);

@Injectable()
export class QueueJobInspector implements JobInspector {
  constructor(
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue<Queues>,
    @Inject(FLOW_PRODUCER) private readonly flows: Pick<FlowProducer<Queues>, 'releaseParent'>,
    @Inject(OutboxLoad) private readonly outbox: Pick<OutboxLoad, 'isUnsent'>,
  ) {}

  async stateOf(runId: string, epoch: number): Promise<'working' | 'failed' | 'gone'> {
    const first = runJobId(runId, 'normalise-case.v1', epoch);
    if (await this.outbox.isUnsent(first)) return 'working';
    const states = await Promise.all(
      STEPS.map(({ queue, job }) => this.jobs.jobState(queue, runJobId(runId, job, epoch))),
    );
    if (states.some((state) => UNDER_WAY.has(state))) return 'working';
    if (states.includes('failed')) return 'failed';
    return (await this.isReporting(runId, epoch)) ? 'working' : 'gone';
  }

  finishWithoutOptionalParts(runId: string, epoch: number): Promise<boolean> {
    return this.flows.releaseParent('explanation-log', runJobId(runId, LAST_STEP, epoch));
  }

  async isErasing(caseId: string, service: string, epoch: number): Promise<boolean> {
    const jobId = erasureJobId(caseId, 'erase-case.v1', service, epoch);
    if (await this.outbox.isUnsent(jobId)) return true;
    const told = erasureJobId(caseId, 'case-erased.v1', service, epoch);
    const states = await Promise.all([
      this.jobs.jobState(service as QueueName, jobId),
      this.jobs.jobState('gateway', told),
    ]);
    return states.some((state) => UNDER_WAY.has(state));
  }

  private async isReporting(runId: string, epoch: number): Promise<boolean> {
    const states = await Promise.all(
      REPORTS.map((report) => this.jobs.jobState('gateway', runJobId(runId, report, epoch))),
    );
    return states.some((state) => UNDER_WAY.has(state));
  }
}
