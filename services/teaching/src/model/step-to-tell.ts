import { type AttemptSteppedPayload, type JobMeta } from '@openrounds/contracts';
import { type AttemptStep, listOf, progressOf } from '@openrounds/learning';
import { type StoredAssignment } from '../ports/assignment-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { attemptOf, scoreOfAttempt } from './assignment-view';

/** What is told of the last step of an attempt to the system that launched the learner; null for one of the class. */
export function stepToTell(
  attempt: StoredAttempt,
  assignment: StoredAssignment,
  { requestId }: JobMeta,
): AttemptSteppedPayload | null {
  const { tenantId, linkId, learnerId, attemptId, steps, finishedAt } = attempt;
  const last = steps.at(-1);
  if (linkId === null || last === undefined) return null;
  const isTold = finishedAt !== null && assignment.mode === 'practice';
  return {
    meta: { tenantId, requestId },
    ...{ linkId, learnerId, attemptId },
    position: steps.length,
    stage: progressOf(attemptOf(attempt, assignment)).stageNo,
    differential: probabilitiesOf(last.step),
    finished: finishedAt !== null,
    score: isTold ? scoreOfAttempt(attempt, assignment).value : null,
    at: last.at.toISOString(),
  };
}

function probabilitiesOf(step: AttemptStep): AttemptSteppedPayload['differential'] {
  if (step.kind === 'next') return null;
  const { points, other } = listOf(step);
  const named = [...points].map(([diseaseId, given]) => ({ diseaseId, probability: given / 100 }));
  return [...named, { diseaseId: null, probability: other / 100 }];
}
