import { type ReadFeedbackPayload, type SealedAssignment } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ShowAttempt } from '../use-cases/show-attempt';
import { sealAssignment } from './seal-assignment';

/** Tells what came of an attempt. */
@Handles('teaching-interactive', 'read-feedback.v1')
export class ReadFeedbackResponder {
  constructor(
    private readonly showAttempt: ShowAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, attemptId }: ReadFeedbackPayload): Promise<SealedAssignment> {
    const told = await answerWithKnowledge(() => this.showAttempt.feedback(meta, attemptId, by));
    return sealAssignment(told, meta, this.sealer);
  }
}
