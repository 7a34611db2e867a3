import { type ReadRoomStagePayload, type SealedRoom } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadRoom } from '../use-cases/read-room';
import { sealRoom } from './seal-room';

/** Tells a stage of a room. */
@Handles('teaching-interactive', 'read-room-stage.v1')
export class ReadRoomStageResponder {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, by, no }: ReadRoomStagePayload): Promise<SealedRoom> {
    const stage = await answerWithKnowledge(() => this.readRoom.stage(meta, roomId, by, no));
    return sealRoom(stage, meta, this.sealer);
  }
}
