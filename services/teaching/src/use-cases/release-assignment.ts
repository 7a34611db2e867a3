import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { marksReleased } from '../model/assignment-records';
import { grouped } from '../model/grouped';
import { scoreToSend } from '../model/score-to-send';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { FindAssignment, foundAssignment } from './find-assignment';

/** Releases an assignment: nothing more is committed, feedback is given, scores go to who launched learners, and the log says so. */
@Injectable()
export class ReleaseAssignment {
  constructor(
    @Inject(FindAssignment) private readonly find: Pick<FindAssignment, 'forLeader'>,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'release'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Done twice it changes nothing. @throws DomainError `not-found`, `forbidden` */
  async execute(meta: JobMeta, assignmentId: string, by: Asker): Promise<void> {
    const { tenantId, requestId } = meta;
    const ref = { tenantId, assignmentId };
    await this.find.forLeader(ref, by);
    const now = this.clock.now();
    const released = await this.assignments.release(ref, now, (assignment, attempts) => {
      const ofEach = grouped(attempts, ({ learnerId, linkId }) => `${learnerId} ${String(linkId)}`);
      const learners = [...ofEach.values()];
      return {
        scores: learners.flatMap(
          // A score was told after each attempt at most: this one is the last.
          (own) => scoreToSend(own, assignment, { version: own.length + 1, now, requestId }) ?? [],
        ),
        record: marksReleased(meta, assignment, learners, { by, at: now }),
      };
    });
    foundAssignment(released);
  }
}
