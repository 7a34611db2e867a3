import { Inject, Injectable } from '@nestjs/common';
import { GradeState } from '@openrounds/contracts';
import { CLOCK, Metrics, type Clock, type Periodic } from '@openrounds/platform';
import { GRADE_STORE, type GradeStore } from '../ports/grade-store';

export const REPORT_GRADES_EVERY_MS = 15_000;
/** States that somebody or something still waits in. */
const OPEN = ['waiting', 'sending', 'retrying', 'needs-attention'] as const satisfies readonly GradeState[];

/** Tells the metrics where scores stand, and how old the oldest of them is. */
@Injectable()
export class ReportGrades implements Periodic {
  constructor(
    @Inject(GRADE_STORE) private readonly grades: Pick<GradeStore, 'census'>,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'grades'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const of = new Map((await this.grades.census()).map((each) => [each.state, each]));
    for (const state of GradeState.options)
      this.metrics.grades.count.set({ state }, of.get(state)?.count ?? 0);
    for (const state of OPEN) {
      const since = of.get(state)?.since.getTime() ?? now;
      this.metrics.grades.oldestSeconds.set({ state }, Math.max(0, now - since) / 1_000);
    }
    return 0;
  }
}
