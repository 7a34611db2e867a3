import { type ForgetParticipantPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ForgetParticipant } from '../use-cases/forget-participant';

/** Forgets somebody. */
@Handles('teaching-interactive', 'forget-participant.v1')
export class ForgetParticipantResponder {
  constructor(private readonly forgetParticipant: ForgetParticipant) {}

  async answer({ meta, roomId, participantId }: ForgetParticipantPayload): Promise<null> {
    await answerWithKnowledge(() => this.forgetParticipant.execute(meta, { roomId, participantId }, 'self'));
    faultPoint('teaching:forget-participant');
    return null;
  }
}
