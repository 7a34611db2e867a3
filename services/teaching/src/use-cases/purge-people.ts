import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, newId, type Clock, type Periodic } from '@openrounds/platform';
import { assignmentErased, learnerErased } from '../model/erasure-records';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { countPurged } from './count-purged';

/** How long things are kept, in seconds. */
export interface PeopleKept {
  /** A learner who was not seen since. */
  readonly learner: number;
  /** A class after it was archived. */
  readonly class: number;
}
export const PEOPLE_KEPT = Symbol('PeopleKept');

/** An erasure is remembered as long as the longest token of a class lives. */
const ERASURE_KEPT_SECONDS = 400 * 86_400;

/**
 * Deletes classes and learners that were kept long enough, tells the log of each learner and each assignment, and says in the metrics how many
 * rows that were.
 */
@Injectable()
export class PurgePeople implements Periodic {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'purge'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'purge'>,
    @Inject(PEOPLE_KEPT) private readonly kept: PeopleKept,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const requestId = newId();
    const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
    const classes = await this.classes.purge(before(this.kept.class), (gone) =>
      assignmentErased({ tenantId: gone.tenantId, requestId }, gone, { by: 'retention', at: now }),
    );
    const learners = await this.learners.purge(
      { seen: before(this.kept.learner), erased: before(ERASURE_KEPT_SECONDS) },
      (tenantId, learnerId) => learnerErased({ tenantId, requestId }, learnerId, 'retention', now),
    );
    return countPurged(this.metrics, classes) + countPurged(this.metrics, learners);
  }
}
