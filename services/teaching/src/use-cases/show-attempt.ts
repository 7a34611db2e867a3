import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Asker,
  type AttemptHead,
  type CaseBody,
  type CodedAttempt,
  type CodedFeedback,
  type JobMeta,
  type ListAttemptsPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { attemptHead, isOver, isTold, stateOf } from '../model/assignment-view';
import { type AttemptParts, codedAttempt, codedFeedback, isCommitting } from '../model/attempt-view';
import { ASSIGNMENT_STORE, type AssignmentStore, type StoredAssignment } from '../ports/assignment-store';
import { ATTEMPT_STORE, type AttemptStore } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { CasesInRooms } from './cases-in-rooms';
import { EngineStages } from './engine-stages';
import { FindAssignment } from './find-assignment';
import { type Paged } from './list-cases';

/** Tells learners their own attempts, and what came of them when it may be told. */
@Injectable()
export class ShowAttempt {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'find' | 'readCase'>,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'ofLearner' | 'unfinishedAt'>,
    private readonly casesInRooms: CasesInRooms,
    private readonly engineStages: EngineStages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `learner-erased`, `case-erased`, `case-in-room`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(meta: JobMeta, attemptId: string, by: Asker): Promise<CodedAttempt> {
    const { attempt, assignment } = await this.find.ownAttempt(meta.tenantId, attemptId, by);
    await this.requireFree(assignment, by);
    return codedAttempt(await this.partsOf(meta, attempt, assignment));
  }

  /** @throws DomainError as {@link execute}; `commit-first`, `not-released` */
  async feedback(meta: JobMeta, attemptId: string, by: Asker): Promise<CodedFeedback> {
    return codedFeedback(await this.told(meta, attemptId, by));
  }

  /** What an attempt is told from that keeps nothing back any more. @throws DomainError as {@link feedback} */
  async told(meta: JobMeta, attemptId: string, by: Asker): Promise<AttemptParts> {
    const { attempt, assignment } = await this.find.ownAttempt(meta.tenantId, attemptId, by);
    await this.requireFree(assignment, by);
    const parts = await this.partsOf(meta, attempt, assignment);
    const state = stateOf(attempt, assignment, parts.now);
    if (!isOver(state)) throw new DomainError('commit-first', 'The attempt is not finished');
    if (!isTold(state, assignment)) throw new DomainError('not-released');
    if (parts.commitsElsewhere)
      throw new DomainError('commit-first', 'A list is waited for in another attempt at this case');
    return parts;
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async list({ meta: { tenantId }, by, limit, ...wanted }: ListAttemptsPayload): Promise<Paged<AttemptHead>> {
    const { learnerId } = await this.find.learner(tenantId, by);
    const stored = await this.attempts.ofLearner(tenantId, learnerId, { limit: limit + 1, ...wanted });
    const items: AttemptHead[] = [];
    for (const attempt of stored.slice(0, limit)) {
      const assignment = await this.assignments.find(attempt);
      if (assignment !== undefined) items.push(attemptHead(attempt, assignment, this.clock.now()));
    }
    return { items, more: stored.length > limit };
  }

  /** @throws DomainError `case-in-room` while the learner's class takes the case in a room */
  async requireFree({ tenantId, caseId }: StoredAssignment, by: Asker): Promise<void> {
    if ((await this.casesInRooms.withheldFrom(tenantId, by)).has(caseId))
      throw new DomainError('case-in-room');
  }

  /** @throws DomainError `case-erased` */
  private async caseOf(assignment: StoredAssignment): Promise<CaseBody> {
    const body = await this.assignments.readCase(assignment);
    if (body === undefined) throw new DomainError('case-erased');
    return body;
  }

  /** What an attempt is told from. @throws DomainError `case-erased` */
  async partsOf(meta: JobMeta, attempt: StoredAttempt, assignment: StoredAssignment): Promise<AttemptParts> {
    const now = this.clock.now();
    const body = await this.caseOf(assignment);
    const { tenantId, learnerId } = attempt;
    const unfinished = await this.attempts.unfinishedAt(tenantId, learnerId, assignment.caseId);
    return {
      attempt,
      assignment,
      body,
      engine: await this.engineStages.execute(meta, assignment, body, now),
      commitsElsewhere: unfinished.some(
        (each) =>
          each.attempt.attemptId !== attempt.attemptId && isCommitting(each.attempt, each.assignment, now),
      ),
      now,
    };
  }
}
