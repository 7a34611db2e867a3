import {
  type AttemptSteppedPayload,
  type EraseLaunchedLearnerPayload,
  type ScoreReleasedPayload,
} from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type EntityManager } from 'typeorm';
import { OUTBOX } from './outbox';

/** Tells integration a score, if the transaction commits. Queues remember names of jobs: this one says nothing of the learner. */
export const sendScore = (manager: EntityManager, payload: ScoreReleasedPayload): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'integration',
    job: 'score-released.v1',
    jobId: `${newId()}-score-released-v1`,
    payload,
  });

/** Tells integration a step of a launched learner, if the transaction commits. */
export const sendStep = (manager: EntityManager, payload: AttemptSteppedPayload): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'integration',
    job: 'attempt-stepped.v1',
    jobId: `${newId()}-attempt-stepped-v1`,
    payload,
  });

/** Tells integration that a launched learner was erased, if the transaction commits. */
export const sendErasure = (manager: EntityManager, payload: EraseLaunchedLearnerPayload): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'integration',
    job: 'erase-learner.v1',
    jobId: `${newId()}-erase-learner-v1`,
    payload,
  });
