import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Grade,
  type Grades,
  type ListGradesPayload,
  type OfGradePayload,
  type ResendGradesPayload,
  type ResentGrades,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { GRADE_STORE, type GradeStore, type ListedGrade } from '../ports/grade-store';

/** What was sent to gradebooks, what was not, and why. Whoever asks was asked for their right to the assignment. */
@Injectable()
export class ManageGrades {
  constructor(
    @Inject(GRADE_STORE) private readonly grades: Pick<GradeStore, 'list' | 'find' | 'sendAgain'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({
    meta,
    assignmentId,
    learnerId,
    courseId,
    state,
    limit,
    before,
  }: ListGradesPayload): Promise<Grades> {
    const states = state === undefined ? undefined : [state];
    const of = { tenantId: meta.tenantId, assignmentId, learnerId, courseId, states };
    const found = await this.grades.list(of, limit + 1, before);
    return { items: found.slice(0, limit).map(shown), more: found.length > limit };
  }

  /** @throws DomainError `not-found` */
  async find({ meta, gradeId }: OfGradePayload): Promise<Grade> {
    const found = await this.grades.find(meta.tenantId, gradeId);
    if (found === undefined) throw new DomainError('not-found');
    return shown(found);
  }

  async resend({ meta, assignmentId, gradeId, courseId }: ResendGradesPayload): Promise<ResentGrades> {
    const { tenantId, requestId } = meta;
    const of = {
      ...{ tenantId, courseId },
      ...(gradeId === undefined ? { assignmentId } : { id: gradeId }),
    };
    return { resent: await this.grades.sendAgain(of, requestId, this.clock.now()) };
  }
}

function shown(grade: ListedGrade): Grade {
  const { id, assignmentId, learnerId, platform, score, state, cause, status, tries, sentTwice } = grade;
  return {
    ...{ id, assignmentId, learnerId, platform, score, state, cause, status, tries, sentTwice },
    nextTryAt: grade.nextTryAt?.toISOString() ?? null,
    deliveredAt: grade.deliveredAt?.toISOString() ?? null,
    releasedAt: grade.stamp.toISOString(),
  };
}
