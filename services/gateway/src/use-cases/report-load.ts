import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, type Clock, type Periodic } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';
import { LOAD, type Load } from '../ports/load';
import { RUN_STORE, type RunStore } from '../ports/run-store';

/** Tells the metrics how much work is waiting: what autoscaling and alarms go by. */
@Injectable()
export class ReportLoad implements Periodic {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'countWaiting'>,
    @Inject(LOAD) private readonly load: Load,
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'oldestUnfinishedErasure'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'queuedRuns' | 'outboxAge' | 'erasureAge'>,
  ) {}

  async execute(): Promise<number> {
    this.metrics.queuedRuns.set(await this.runs.countWaiting());
    this.metrics.outboxAge.set(await this.load.oldestMessageSeconds());
    const oldest = await this.cases.oldestUnfinishedErasure();
    const now = this.clock.now().getTime();
    this.metrics.erasureAge.set(oldest === undefined ? 0 : Math.max(0, now - oldest.getTime()) / 1000);
    return 0;
  }
}
