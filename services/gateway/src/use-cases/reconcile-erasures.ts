import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry, type UnfinishedErasure } from '../ports/case-registry';
import { JOB_INSPECTOR, type JobInspector } from '../ports/job-inspector';
import { RECONCILE_LIMITS, type ReconcileLimits } from '../settings';

const BATCH = 100;

/** Looks after erasures that not every service has acknowledged: what was asked for is erased, whatever was lost. */
@Injectable()
export class ReconcileErasures implements Periodic {
  constructor(
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'unfinishedErasures' | 'eraseAgain'>,
    @Inject(JOB_INSPECTOR) private readonly jobs: Pick<JobInspector, 'isErasing'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RECONCILE_LIMITS) private readonly limits: Pick<ReconcileLimits, 'silentSeconds'>,
  ) {}

  /** @returns how many erasures were sent again */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - this.limits.silentSeconds * 1000);
    let sent = 0;
    for (const erasure of await this.cases.unfinishedErasures(before, BATCH)) {
      const lost = await this.lost(erasure);
      await this.cases.eraseAgain(erasure, lost, newId(), now);
      if (lost.length > 0) sent += 1;
    }
    return sent;
  }

  /** Services whose job is gone although they have not acknowledged: one that is down still has its job waiting. */
  private async lost({ caseId, epoch, missing }: UnfinishedErasure): Promise<string[]> {
    const erasing = await Promise.all(missing.map((service) => this.jobs.isErasing(caseId, service, epoch)));
    return missing.filter((_, place) => !erasing[place]);
  }
}
