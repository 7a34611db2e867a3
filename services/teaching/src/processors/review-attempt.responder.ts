import { type OfAttemptPayload, type SealedAssignment } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReviewAttempt } from '../use-cases/review-attempt';
import { sealAssignment } from './seal-assignment';

/** Tells a teacher one attempt of a learner. */
@Handles('teaching-interactive', 'review-attempt.v1')
export class ReviewAttemptResponder {
  constructor(
    private readonly reviewAttempt: ReviewAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, attemptId }: OfAttemptPayload): Promise<SealedAssignment> {
    const told = await answerWithKnowledge(() => this.reviewAttempt.execute(meta, attemptId, by));
    return sealAssignment(told, meta, this.sealer);
  }
}
