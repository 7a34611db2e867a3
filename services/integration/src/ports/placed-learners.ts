import { type AttemptOfLearner, type AttemptOfLearnerPayload } from '@openrounds/contracts';

/** Teaching: finds the place of a learner who was launched. */
export interface PlacedLearners {
  /** @throws DomainError `not-found`, `learner-erased`, `not-open`, `assignment-closed`, `case-in-room` */
  place(payload: AttemptOfLearnerPayload): Promise<AttemptOfLearner>;
}
export const PLACED_LEARNERS = Symbol('PlacedLearners');
