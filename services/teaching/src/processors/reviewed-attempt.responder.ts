import { type ReviewedAttempt, type ReviewedAttemptPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReviewAttempt } from '../use-cases/review-attempt';

/** Finds the attempt that a review means. */
@Handles('teaching-interactive', 'reviewed-attempt.v1')
export class ReviewedAttemptResponder {
  constructor(private readonly reviewAttempt: ReviewAttempt) {}

  answer(wanted: ReviewedAttemptPayload): Promise<ReviewedAttempt> {
    return this.reviewAttempt.ofLearner(wanted);
  }
}
