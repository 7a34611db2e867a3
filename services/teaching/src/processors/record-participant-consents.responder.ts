import { type Consents, type RecordParticipantConsentsPayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { AgreeInRoom } from '../use-cases/agree-in-room';

/** Records what a participant agrees to, and says what holds. */
@Handles('teaching-interactive', 'record-participant-consents.v1')
export class RecordParticipantConsentsResponder {
  constructor(private readonly agreeInRoom: AgreeInRoom) {}

  answer(payload: RecordParticipantConsentsPayload): Promise<Consents> {
    const { meta, roomId, participantId, consents } = payload;
    const ref = { tenantId: meta.tenantId, roomId };
    return answerWithKnowledge(() => this.agreeInRoom.execute(ref, participantId, consents));
  }
}
