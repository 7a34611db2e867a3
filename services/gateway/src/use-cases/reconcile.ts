import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ErrorCode } from '@openrounds/contracts';
import { CLOCK, toProblem, type Clock, type Periodic } from '@openrounds/platform';
import { JOB_INSPECTOR, type JobInspector } from '../ports/job-inspector';
import { RUN_STORE, type RunStore, type SilentRun } from '../ports/run-store';
import { RECONCILE_LIMITS, type ReconcileLimits } from '../settings';
import { RecordRun } from './record-run';

const BATCH = 100;

/** Looks after runs of which nothing was heard: an accepted run ends, whatever was lost on the way. */
@Injectable()
export class Reconcile implements Periodic {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'listSilent' | 'touch' | 'driveAgain'>,
    @Inject(JOB_INSPECTOR)
    private readonly jobs: Pick<JobInspector, 'stateOf' | 'finishWithoutOptionalParts'>,
    @Inject(RecordRun) private readonly record: Pick<RecordRun, 'fail'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RECONCILE_LIMITS) private readonly limits: ReconcileLimits,
  ) {}

  /** @returns how many runs were driven again or ended */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const silent = await this.runs.listSilent(
      new Date(now.getTime() - this.limits.silentSeconds * 1000),
      BATCH,
    );
    let acted = 0;
    for (const run of silent) acted += (await this.lookAfter(run, now)) ? 1 : 0;
    return acted;
  }

  private async lookAfter(run: SilentRun, now: Date): Promise<boolean> {
    const seconds = (now.getTime() - (run.begunAt ?? run.createdAt).getTime()) / 1000;
    if (seconds > this.limits.timeoutSeconds) {
      await this.fail(run, 'timeout');
      return true;
    }
    switch (await this.jobs.stateOf(run.id, run.epoch)) {
      case 'working':
        await this.runs.touch(run, now);
        return (
          seconds > this.limits.optionalSeconds &&
          (await this.jobs.finishWithoutOptionalParts(run.id, run.epoch))
        );
      case 'failed':
        await this.fail(run, 'internal');
        return true;
      case 'gone':
        await this.runs.driveAgain(run, now);
        return true;
    }
  }

  private fail({ tenantId, id, requestId }: SilentRun, code: ErrorCode): Promise<void> {
    const problem = toProblem(new DomainError(code), { requestId, instance: `/v1/runs/${id}` });
    return this.record.fail({ tenantId, runId: id }, problem);
  }
}
