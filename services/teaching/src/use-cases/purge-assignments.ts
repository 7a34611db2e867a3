import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, newId, type Clock, type Periodic } from '@openrounds/platform';
import { assignmentErased } from '../model/erasure-records';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { countPurged } from './count-purged';
import { PEOPLE_KEPT, type PeopleKept } from './purge-people';
import { ROOMS_KEPT, type RoomsKept } from './purge-rooms';

/** Forgets what learners wrote when it was kept as long as comments are, and deletes assignments that no class keeps; the log is told of each. */
@Injectable()
export class PurgeAssignments implements Periodic {
  constructor(
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'purge'>,
    @Inject(ROOMS_KEPT) private readonly rooms: Pick<RoomsKept, 'comments'>,
    @Inject(PEOPLE_KEPT) private readonly people: Pick<PeopleKept, 'class'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const requestId = newId();
    const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
    const purged = await this.assignments.purge(
      { texts: before(this.rooms.comments), linked: before(this.people.class) },
      (gone) => assignmentErased({ tenantId: gone.tenantId, requestId }, gone, { by: 'retention', at: now }),
    );
    return countPurged(this.metrics, purged);
  }
}
