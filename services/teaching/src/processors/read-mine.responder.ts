import { type ReadMinePayload, type SealedRoom } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadRoom } from '../use-cases/read-room';
import { AddFeedback } from '../use-cases/roles/add-feedback';
import { sealRoom } from './seal-room';

/** Tells participants what is their own. */
@Handles('teaching-interactive', 'read-mine.v1')
export class ReadMineResponder {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly addFeedback: AddFeedback,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, participantIds }: ReadMinePayload): Promise<SealedRoom> {
    const mine = await answerWithKnowledge(() => this.readRoom.mine(meta, roomId, participantIds));
    const told = await this.addFeedback.execute(meta.tenantId, participantIds, mine);
    return sealRoom(told, meta, this.sealer);
  }
}
