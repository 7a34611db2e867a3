import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, type Clock, type Periodic } from '@openrounds/platform';
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

/** Deletes classes and learners that were kept long enough, and says in the metrics how many rows that were. */
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
    const now = this.clock.now().getTime();
    const before = (seconds: number): Date => new Date(now - seconds * 1000);
    const seen = before(this.kept.learner);
    return (
      countPurged(this.metrics, await this.classes.purge(before(this.kept.class))) +
      countPurged(this.metrics, await this.learners.purge({ seen, erased: before(ERASURE_KEPT_SECONDS) }))
    );
  }
}
