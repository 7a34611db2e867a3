import { Inject, Injectable } from '@nestjs/common';
import { type AssignmentResult, type ListAssignmentResultsPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { counted } from '../model/score-to-send';
import { mutable } from '../model/attempt-view';
import { type StoredAssignment } from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptsOfLearner, type AttemptStore } from '../ports/attempt-store';
import { resultsOnlyOf } from './course-view';
import { FindAssignment } from './find-assignment';

export interface ResultsPage {
  readonly items: AssignmentResult[];
  /** The attempt after which the next page begins. */
  readonly next: string | undefined;
  readonly withheld: number;
}

/** Tells who took an assignment, by the attempt that counts. Practice is seen of those who agree to it. */
@Injectable()
export class ListResults {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'ofAssignment' | 'disagreeing'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute({
    meta: { tenantId },
    by,
    assignmentId,
    limit,
    after,
  }: ListAssignmentResultsPayload): Promise<ResultsPage> {
    const assignment = await this.find.forTeacher({ tenantId, assignmentId }, by);
    const courseId = resultsOnlyOf(by);
    const agreeing = assignment.mode === 'practice';
    const learners = await this.attempts.ofAssignment(assignment, {
      ...{ limit: limit + 1, after, agreeing },
      courseId,
    });
    const page = learners.slice(0, limit);
    return {
      items: page.flatMap((each) => this.resultOf(each, assignment) ?? []),
      next: learners.length > limit ? page.at(-1)?.attempts[0]?.attemptId : undefined,
      withheld: agreeing ? await this.attempts.disagreeing(assignment, courseId) : 0,
    };
  }

  private resultOf(
    { attempts, agrees: _agrees, ...who }: AttemptsOfLearner,
    assignment: StoredAssignment,
  ): AssignmentResult | undefined {
    const chosen = counted(attempts, assignment, this.clock.now());
    if (chosen === undefined) return undefined;
    const { attempt, state, score } = chosen;
    return {
      ...who,
      linkId: attempt.linkId,
      attempts: attempts.length,
      attemptId: attempt.attemptId,
      state,
      startedAt: attempt.startedAt.toISOString(),
      finishedAt: attempt.finishedAt?.toISOString() ?? null,
      score: mutable(score),
    };
  }
}
