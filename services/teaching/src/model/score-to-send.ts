import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { countedAttempt } from '@openrounds/learning';
import { type StoredAssignment } from '../ports/assignment-store';
import { type Attempts } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { isOver, scoreOfAttempt, stateOf } from './assignment-view';

/** The attempt that counts of a learner, with its score. */
export function counted(attempts: Attempts, assignment: StoredAssignment, now: Date) {
  const judged = attempts.map((attempt) => {
    const state = stateOf(attempt, assignment, now);
    const score = scoreOfAttempt(attempt, assignment);
    return { attempt, state, score, isOver: isOver(state), value: score.value };
  });
  return countedAttempt(judged, assignment.scored.attempt);
}

/**
 * What is told of a learner's score to the system that launched them; null for one of the class.
 *
 * @param version higher than any that was told of them before
 */
export function scoreToSend(
  attempts: Attempts,
  assignment: StoredAssignment,
  { version, now, requestId }: { readonly version: number; readonly now: Date; readonly requestId: string },
): ScoreReleasedPayload | null {
  const chosen = counted(attempts, assignment, now);
  if (chosen === undefined) return null;
  const { attempt, value } = chosen;
  const { tenantId, linkId, learnerId, finishedAt } = attempt;
  if (linkId === null) return null;
  return {
    meta: { tenantId, requestId },
    linkId,
    learnerId,
    version,
    score: value,
    activityProgress: finishedAt === null ? 'InProgress' : 'Completed',
    gradingProgress: 'FullyGraded',
    submittedAt: lastActOf(attempt).toISOString(),
  };
}

const lastActOf = ({ startedAt, steps }: StoredAttempt): Date => steps.at(-1)?.at ?? startedAt;
