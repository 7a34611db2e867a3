import { type RoomFrame, type RoomFramePayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadRoom } from '../use-cases/read-room';
import { sealFrame } from './seal-room';

/** Tells the newest state of a room. */
@Handles('teaching-interactive', 'room-frame.v1')
export class RoomFrameResponder {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId }: RoomFramePayload): Promise<RoomFrame> {
    const frame = await answerWithKnowledge(() => this.readRoom.frame(meta, roomId));
    return sealFrame(frame, meta, this.sealer);
  }
}
