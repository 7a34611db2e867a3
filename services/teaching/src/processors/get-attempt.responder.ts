import { type OfAttemptPayload, type SealedAssignment } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ShowAttempt } from '../use-cases/show-attempt';
import { sealAssignment } from './seal-assignment';

/** Tells a learner's own attempt. */
@Handles('teaching-interactive', 'get-attempt.v1')
export class GetAttemptResponder {
  constructor(
    private readonly showAttempt: ShowAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, attemptId }: OfAttemptPayload): Promise<SealedAssignment> {
    const told = await answerWithKnowledge(() => this.showAttempt.execute(meta, attemptId, by));
    return sealAssignment(told, meta, this.sealer);
  }
}
