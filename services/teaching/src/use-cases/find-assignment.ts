import { Inject, Injectable } from '@nestjs/common';
import { DomainError, leadsRoom, type Asker } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { learnerOf } from '../model/class-view';
import { foundLearner } from '../model/learner-meant';
import {
  ASSIGNMENT_STORE,
  type AssignmentRef,
  type AssignmentStore,
  type StoredAssignment,
} from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { CourseView } from './course-view';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { LEARNER_STORE, type LearnerStore, type StoredLearner } from '../ports/learner-store';

const noSuchAssignment = (): DomainError => new DomainError('not-found', 'There is no such assignment');

/** @throws DomainError `not-found` */
export function foundAssignment(stored: StoredAssignment | undefined): StoredAssignment {
  if (stored === undefined) throw noSuchAssignment();
  return stored;
}

/** @throws DomainError `not-found` */
export function foundAttempt(stored: StoredAttempt | undefined): StoredAttempt {
  if (stored === undefined) throw new DomainError('not-found', 'There is no such attempt');
  return stored;
}

/** Finds assignments for those who lead them, as rooms are led, and for those who may take them. */
@Injectable()
export class FindAssignment {
  constructor(
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'find'>,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'find' | 'ofLearner'>,
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'staffOf' | 'isMember'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find'>,
    private readonly courseView: CourseView,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For whoever leads it. @throws DomainError `not-found`, `forbidden` */
  async forLeader(ref: AssignmentRef, by: Asker): Promise<StoredAssignment> {
    const stored = foundAssignment(await this.assignments.find(ref));
    const { owner, classId, tenantId, assignmentId } = stored;
    const staff = classId === null ? [] : await this.classes.staffOf(tenantId, classId);
    if (!leadsRoom(by, [owner, ...staff]))
      throw new DomainError('forbidden', 'The assignment belongs to somebody else');
    await this.courseView.requireOwn(tenantId, assignmentId, by);
    return stored;
  }

  /** For whoever leads it, and for the teachers of a course that it stands in. @throws DomainError `not-found`, `forbidden` */
  async forTeacher(ref: AssignmentRef, by: Asker): Promise<StoredAssignment> {
    if (await this.courseView.holds(ref.tenantId, ref.assignmentId, by))
      return foundAssignment(await this.assignments.find(ref));
    return this.forLeader(ref, by);
  }

  /** Of a learner's class, or one that they have taken. @throws DomainError `not-found`, `learner-erased` */
  async forLearner(
    ref: AssignmentRef,
    by: Asker,
  ): Promise<{ readonly assignment: StoredAssignment; readonly learner: StoredLearner }> {
    const learner = await this.learner(ref.tenantId, by);
    const assignment = foundAssignment(await this.assignments.find(ref));
    if (await this.mayTake(assignment, learner)) return { assignment, learner };
    throw noSuchAssignment();
  }

  /** A learner's own attempt. @throws DomainError `not-found`, `learner-erased` */
  async ownAttempt(
    tenantId: string,
    attemptId: string,
    by: Asker,
  ): Promise<{
    readonly attempt: StoredAttempt;
    readonly assignment: StoredAssignment;
    readonly learner: StoredLearner;
  }> {
    const learner = await this.learner(tenantId, by);
    const attempt = foundAttempt(await this.attempts.find(tenantId, attemptId));
    if (attempt.learnerId !== learner.learnerId)
      throw new DomainError('not-found', 'There is no such attempt');
    const { assignmentId } = attempt;
    const assignment = foundAssignment(await this.assignments.find({ tenantId, assignmentId }));
    return { attempt, assignment, learner };
  }

  /** Whoever asks, as a learner. @throws DomainError `not-found` for an account of none; `learner-erased` */
  async learner(tenantId: string, by: Asker): Promise<StoredLearner> {
    return foundLearner(await this.learners.find(tenantId, learnerOf(by), this.clock.now()));
  }

  private async mayTake(
    { tenantId, assignmentId, classId }: StoredAssignment,
    { learnerId }: StoredLearner,
  ): Promise<boolean> {
    if (classId !== null && (await this.classes.isMember(tenantId, classId, { learnerId }))) return true;
    return (await this.attempts.ofLearner(tenantId, learnerId, { limit: 1, assignmentId })).length > 0;
  }
}
