import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Asker,
  type CodedReview,
  type JobMeta,
  type ReviewedAttempt,
  type ReviewedAttemptPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { codedReview } from '../model/attempt-view';
import { counted } from '../model/score-to-send';
import { type StoredAssignment } from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { CourseView, resultsOnlyOf } from './course-view';
import { FindAssignment, foundAttempt } from './find-assignment';
import { ShowAttempt } from './show-attempt';

/** Tells teachers one attempt of a learner: what was committed, what it gives, and the key. */
@Injectable()
export class ReviewAttempt {
  constructor(
    private readonly find: FindAssignment,
    private readonly show: ShowAttempt,
    private readonly courseView: CourseView,
    @Inject(ATTEMPT_STORE)
    private readonly attempts: Pick<AttemptStore, 'find' | 'byLink' | 'agrees' | 'whoIs'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `case-erased`; `practice-withheld` of a learner who did not agree to have their
   *   practice seen
   * @throws BundleError when the knowledge version is not there
   */
  async execute(meta: JobMeta, attemptId: string, by: Asker): Promise<CodedReview> {
    const { tenantId } = meta;
    const attempt = foundAttempt(await this.attempts.find(tenantId, attemptId));
    const { assignmentId, learnerId, linkId } = attempt;
    const assignment = await this.find.forTeacher({ tenantId, assignmentId }, by);
    await this.requireOfCourse(attempt, by);
    await this.requireSeen(assignment, learnerId);
    const who = await this.attempts.whoIs(tenantId, learnerId);
    if (who === undefined) throw new DomainError('not-found', 'There is no such learner');
    return codedReview(await this.show.partsOf(meta, attempt, assignment), { learnerId, linkId, ...who });
  }

  /**
   * Which attempt of a learner by a link is meant: the one that counts.
   *
   * @throws DomainError `not-found`, `forbidden`
   */
  async ofLearner({
    meta: { tenantId },
    by,
    linkId,
    learnerId,
    assignmentId,
  }: ReviewedAttemptPayload): Promise<ReviewedAttempt> {
    const ref = { tenantId, assignmentId };
    const isStudent = by.role === 'student';
    if (isStudent && by.learnerId !== learnerId)
      throw new DomainError('not-found', 'There is no such attempt');
    const assignment = isStudent
      ? (await this.find.forLearner(ref, by)).assignment
      : await this.find.forTeacher(ref, by);
    const own = await this.attempts.byLink(ref, { learnerId, linkId });
    const chosen = counted(own, assignment, this.clock.now());
    return { attemptId: foundAttempt(chosen?.attempt).attemptId };
  }

  private async requireOfCourse({ tenantId, linkId, assignmentId }: StoredAttempt, by: Asker): Promise<void> {
    if (resultsOnlyOf(by) === undefined) return;
    if (!(await this.courseView.isLink(tenantId, linkId ?? assignmentId, by)))
      throw new DomainError('not-found', 'It was taken in another course');
  }

  private async requireSeen({ tenantId, mode }: StoredAssignment, learnerId: string): Promise<void> {
    if (mode === 'practice' && !(await this.attempts.agrees(tenantId, learnerId)))
      throw new DomainError('practice-withheld');
  }
}
