import { Inject, Injectable } from '@nestjs/common';
import { Metrics, type Periodic } from '@openrounds/platform';
import { LOAD, type Load } from '../ports/load';
import { RUN_STORE, type RunStore } from '../ports/run-store';

/** Tells the metrics how much work is waiting: what autoscaling and alarms go by. */
@Injectable()
export class ReportLoad implements Periodic {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'countWaiting'>,
    @Inject(LOAD) private readonly load: Load,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'queuedRuns' | 'outboxAge'>,
  ) {}

  async execute(): Promise<number> {
    this.metrics.queuedRuns.set(await this.runs.countWaiting());
    this.metrics.outboxAge.set(await this.load.oldestMessageSeconds());
    return 0;
  }
}
