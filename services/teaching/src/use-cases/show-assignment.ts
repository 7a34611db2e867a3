import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type CodedAssignment } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { codedAssignment, isOver, stateOf } from '../model/assignment-view';
import {
  ASSIGNMENT_STORE,
  type AssignmentRef,
  type AssignmentStore,
  type StoredAssignment,
} from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { resultsOnlyOf } from './course-view';
import { FindAssignment } from './find-assignment';

/** As many attempts of one learner are looked at. */
const MOST_ATTEMPTS = 100;
const NOBODY = { learners: 0, attempts: 0, finished: 0 };

/** Tells an assignment: to those who lead it how it was taken, to a learner how they took it. */
@Injectable()
export class ShowAssignment {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'taken'>,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'ofLearner'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `learner-erased` */
  async execute(ref: AssignmentRef, by: Asker): Promise<CodedAssignment> {
    if (by.role === 'student') {
      const { assignment, learner } = await this.find.forLearner(ref, by);
      return this.toLearner(assignment, learner.learnerId);
    }
    const [told] = await this.toLeader(ref.tenantId, [await this.find.forTeacher(ref, by)], by);
    if (told === undefined) throw new Error('one assignment of one');
    return told;
  }

  async toLeader(
    tenantId: string,
    assignments: readonly StoredAssignment[],
    by: Asker,
  ): Promise<CodedAssignment[]> {
    const ids = assignments.map(({ assignmentId }) => assignmentId);
    const taken = await this.assignments.taken(tenantId, ids, resultsOnlyOf(by));
    return assignments.map((each) =>
      codedAssignment(each, this.clock.now(), { own: null, taken: taken.get(each.assignmentId) ?? NOBODY }),
    );
  }

  async toLearner(assignment: StoredAssignment, learnerId: string): Promise<CodedAssignment> {
    const { tenantId, assignmentId } = assignment;
    const now = this.clock.now();
    const own = await this.attempts.ofLearner(tenantId, learnerId, { limit: MOST_ATTEMPTS, assignmentId });
    // Those of the link that is in use: as many as are allowed are allowed by each.
    const ofLink = own.filter(({ linkId }) => linkId === own[0]?.linkId);
    const open = ofLink.find((each) => !isOver(stateOf(each, assignment, now)));
    return codedAssignment(assignment, now, {
      own: { attempts: ofLink.length, open: open?.attemptId ?? null },
      taken: null,
    });
  }
}
