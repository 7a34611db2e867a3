import { type AttemptHead, type CodedAssignment } from '@openrounds/contracts';
import {
  type Attempt,
  type AttemptScore,
  type Opening,
  openingState,
  progressOf,
  scoreAttempt,
  takesSteps,
} from '@openrounds/learning';
import { type StoredAssignment } from '../ports/assignment-store';
import { type StoredAttempt } from '../ports/stored-attempt';

export const openingOf = ({
  opensAt,
  closesAt,
  releasedAt,
}: Pick<StoredAssignment, 'opensAt' | 'closesAt' | 'releasedAt'>): Opening => ({
  opensAt: opensAt?.getTime() ?? null,
  closesAt: closesAt?.getTime() ?? null,
  releasedAt: releasedAt?.getTime() ?? null,
});

/** An attempt as `libs/learning` knows it. */
export const attemptOf = (
  { steps }: Pick<StoredAttempt, 'steps'>,
  { stages }: Pick<StoredAssignment, 'stages'>,
): Attempt => ({ stages, steps: steps.map(({ step }) => step) });

export type AttemptState = AttemptHead['state'];

export function stateOf(attempt: StoredAttempt, assignment: StoredAssignment, now: Date): AttemptState {
  const { state } = progressOf(attemptOf(attempt, assignment));
  return state === 'finished' || takesSteps(openingOf(assignment), now.getTime()) ? state : 'ended';
}

export const isOver = (state: AttemptState): boolean => state === 'finished' || state === 'ended';

/** Whether a learner is told what came of an attempt. */
export const isTold = (state: AttemptState, { mode, releasedAt }: StoredAssignment): boolean =>
  isOver(state) && (mode === 'practice' || releasedAt !== null);

export const scoreOfAttempt = (attempt: StoredAttempt, assignment: StoredAssignment): AttemptScore =>
  scoreAttempt(attemptOf(attempt, assignment), assignment.key, assignment.scored.stages);

export function attemptHead(attempt: StoredAttempt, assignment: StoredAssignment, now: Date): AttemptHead {
  const state = stateOf(attempt, assignment, now);
  return {
    id: attempt.attemptId,
    assignmentId: attempt.assignmentId,
    number: attempt.number,
    state,
    startedAt: attempt.startedAt.toISOString(),
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    score: isTold(state, assignment) ? scoreOfAttempt(attempt, assignment).value : null,
  };
}

export const codedAssignment = (
  assignment: StoredAssignment,
  now: Date,
  more: Pick<CodedAssignment, 'own' | 'taken'>,
): CodedAssignment => ({
  id: assignment.assignmentId,
  caseId: assignment.caseId,
  caseVersion: assignment.caseVersion,
  classId: assignment.classId,
  title: assignment.title ?? {},
  state: openingState(openingOf(assignment), now.getTime()),
  stages: assignment.stages,
  mode: assignment.mode,
  attempts: assignment.attempts,
  opensAt: assignment.opensAt?.toISOString() ?? null,
  closesAt: assignment.closesAt?.toISOString() ?? null,
  scored: assignment.scored,
  tutor: assignment.tutor,
  createdAt: assignment.createdAt.toISOString(),
  releasedAt: assignment.releasedAt?.toISOString() ?? null,
  ...more,
});
