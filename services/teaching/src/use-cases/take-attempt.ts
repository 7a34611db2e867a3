import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type AttemptStep, type JobMeta } from '@openrounds/contracts';
import {
  answerIssues,
  type AttemptStep as Step,
  beginRefusal,
  commitOf,
  progressOf,
  takeStep,
} from '@openrounds/learning';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { attemptOf, isOver, openingOf, stateOf } from '../model/assignment-view';
import { readingOf } from '../model/room-reading';
import { scoreToSend } from '../model/score-to-send';
import { stepToTell } from '../model/step-to-tell';
import { type AssignmentRef, type StoredAssignment } from '../ports/assignment-store';
import { ATTEMPT_STORE, type Attempts, type AttemptStore, type StepTaken } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { FindAssignment, foundAttempt } from './find-assignment';
import { ShowAttempt } from './show-attempt';

const DIFFERENTIAL = { task: 'differential' } as const;

/** Begins attempts and takes their steps. A request that comes again changes nothing. */
@Injectable()
export class TakeAttempt {
  constructor(
    private readonly find: FindAssignment,
    private readonly show: ShowAttempt,
    @Inject(ATTEMPT_STORE) private readonly attempts: Pick<AttemptStore, 'begin' | 'take'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Begins an attempt, or finds the one that goes on.
   *
   * @throws DomainError `not-found`, `learner-erased`, `case-in-room`, `not-open`, `assignment-closed`, `attempts-used`
   */
  async begin(ref: AssignmentRef, by: Asker): Promise<string> {
    const { assignment, learner } = await this.find.forLearner(ref, by);
    await this.show.requireFree(assignment, by);
    const now = this.clock.now();
    const begun = await this.attempts.begin(ref, learner, (current, before) => {
      const open = before.find((each) => !isOver(stateOf(each, current, now)));
      if (open !== undefined) return open;
      const refusal = refusalTo(current, before, now);
      if (refusal !== null) throw new DomainError(refusal);
      return { attemptId: newId(), at: now };
    });
    if (begun === 'erased') throw new DomainError('learner-erased');
    return foundAttempt(begun).attemptId;
  }

  /**
   * @throws DomainError `not-found`, `learner-erased`, `case-in-room`, `assignment-closed`, `attempt-finished`, `commit-first`,
   *   `step-out-of-order`, `invalid-request`
   * @throws BundleError when the knowledge version is not there
   */
  async step(
    meta: JobMeta,
    given: { readonly attemptId: string; readonly position: number; readonly step: AttemptStep },
    by: Asker,
  ): Promise<void> {
    const { tenantId } = meta;
    const { attemptId, position } = given;
    const { assignment } = await this.find.ownAttempt(tenantId, attemptId, by);
    await this.show.requireFree(assignment, by);
    const step = await this.checked(given.step, assignment);
    const at = this.clock.now();
    const taken = await this.attempts.take(tenantId, attemptId, (attempt, current, all): StepTaken | null => {
      const moment = { opening: openingOf(current), now: at.getTime() };
      const outcome = takeStep(attemptOf(attempt, current), { position, step }, moment);
      if (!outcome.ok) throw new DomainError(outcome.code);
      if (outcome.status === 'unchanged') return null;
      const finishedAt = progressOf(outcome.attempt).state === 'finished' ? at : null;
      const done = { ...attempt, finishedAt, steps: [...attempt.steps, { step, at }] };
      const score = scoreAfter(done, current, all, meta);
      return { step, at, finishedAt, score, told: stepToTell(done, current, meta) };
    });
    foundAttempt(taken);
  }

  /** A list as it is kept. @throws DomainError `invalid-request` */
  private async checked(step: AttemptStep, { versions }: StoredAssignment): Promise<Step> {
    if (step.kind === 'next') return step;
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const issues = answerIssues(step.answer, DIFFERENTIAL, (id) => vocabulary.diseases.has(id));
    if (issues.length > 0)
      throw new DomainError(
        'invalid-request',
        undefined,
        issues.map(({ pointer, code }) => ({ pointer: `/step/answer${pointer}`, code, message: code })),
      );
    return commitOf(step.answer, readingOf(vocabulary, { words: {} }));
  }
}

export const refusalTo = (assignment: StoredAssignment, before: Attempts, now: Date) =>
  beginRefusal(openingOf(assignment), now.getTime(), {
    begun: before.length,
    allowed: assignment.attempts,
  });

/** What a finished attempt gives whoever launched the learner: in practice at once, of graded work with its release. */
function scoreAfter(
  done: StoredAttempt,
  assignment: StoredAssignment,
  all: Attempts,
  { requestId }: JobMeta,
): StepTaken['score'] {
  if (done.finishedAt === null || assignment.mode === 'graded') return null;
  const own = all.map((each) => (each.attemptId === done.attemptId ? done : each));
  const version = own.filter(({ finishedAt }) => finishedAt !== null).length;
  return scoreToSend(own, assignment, { version, now: done.finishedAt, requestId });
}
