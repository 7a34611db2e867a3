import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type CodedAssignment, type ListAssignmentsPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { learnerOf } from '../model/class-view';
import { ASSIGNMENT_STORE, type AssignmentsOf, type AssignmentStore } from '../ports/assignment-store';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { seenFrom } from './course-view';
import { type Paged } from './list-cases';
import { ShowAssignment } from './show-assignment';

/** More classes than anybody is in. */
const MOST_CLASSES = 1_000;

/** Lists the assignments that somebody leads or may take, the newest first. */
@Injectable()
export class ListAssignments {
  constructor(
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'list'>,
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'taughtBy'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find' | 'memberships'>,
    private readonly show: ShowAssignment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    meta: { tenantId },
    by,
    limit,
    ...wanted
  }: ListAssignmentsPayload): Promise<Paged<CodedAssignment>> {
    const of = by.role === 'student' ? await this.theirs(tenantId, by) : await this.led(tenantId, by);
    if (of === null) return { items: [], more: false };
    const stored = await this.assignments.list(tenantId, { of, limit: limit + 1, ...wanted });
    const page = stored.slice(0, limit);
    const items =
      of.kind === 'theirs'
        ? await Promise.all(page.map((each) => this.show.toLearner(each, of.learnerId)))
        : await this.show.toLeader(tenantId, page, by);
    return { items, more: stored.length > limit };
  }

  private async led(tenantId: string, by: Asker): Promise<AssignmentsOf> {
    if (by.role === 'admin') return { kind: 'all' };
    const classIds = await this.classes.taughtBy(tenantId, by.subject);
    const course = seenFrom(by);
    return { kind: 'led', owner: by.subject, classIds, ...(course === undefined ? {} : { course }) };
  }

  /** Null for an account that has joined nothing. */
  private async theirs(
    tenantId: string,
    by: Asker,
  ): Promise<Extract<AssignmentsOf, { kind: 'theirs' }> | null> {
    const learner = await this.learners.find(tenantId, learnerOf(by), this.clock.now());
    if (learner === undefined || learner === 'erased') return null;
    const { learnerId } = learner;
    const memberships = await this.learners.memberships(tenantId, learnerId, null, MOST_CLASSES);
    const classIds = memberships.filter(({ leftAt }) => leftAt === null).map(({ classId }) => classId);
    return { kind: 'theirs', learnerId, classIds };
  }
}
