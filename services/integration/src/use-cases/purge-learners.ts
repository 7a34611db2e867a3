import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, newId, type Clock, type Periodic } from '@openrounds/platform';
import { ERASURE_STORE, type ErasureStore } from '../ports/erasure-store';
import { GRADE_STORE, type GradeStore } from '../ports/grade-store';
import { NAMES_READ_STORE, type NamesReadStore } from '../ports/names-read';

/** How long things are kept, in seconds. */
export interface LearnersKept {
  /** A learner after the last launch. */
  readonly learner: number;
  /** A score after it was delivered or given up. */
  readonly grade: number;
}
export const LEARNERS_KEPT = Symbol('LearnersKept');

/** Erases learners who were not launched for long, in teaching too, scores that are settled for long, and who read names. */
@Injectable()
export class PurgeLearners implements Periodic {
  constructor(
    @Inject(ERASURE_STORE) private readonly erasures: Pick<ErasureStore, 'eraseUnseen'>,
    @Inject(GRADE_STORE) private readonly grades: Pick<GradeStore, 'purge'>,
    @Inject(NAMES_READ_STORE) private readonly namesRead: Pick<NamesReadStore, 'purge'>,
    @Inject(LEARNERS_KEPT) private readonly kept: LearnersKept,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
    const learners = await this.erasures.eraseUnseen(before(this.kept.learner), newId(), now);
    const grades = await this.grades.purge(before(this.kept.grade));
    const namesRead = await this.namesRead.purge(before(this.kept.learner));
    this.metrics.purgedRows.inc({ table: 'names_read' }, namesRead);
    this.metrics.purgedRows.inc({ table: 'learners' }, learners);
    this.metrics.purgedRows.inc({ table: 'grades' }, grades);
    return learners + grades + namesRead;
  }
}
