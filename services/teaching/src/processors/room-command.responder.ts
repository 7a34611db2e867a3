import { RoomAct, SEAL_PLACES, type RoomCommandPayload, type RoomFrame } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CommandRoom } from '../use-cases/command-room';
import { ReadRoom } from '../use-cases/read-room';
import { sealFrame } from './seal-room';

/** Carries out what a teacher does, and tells the room as it is then. */
@Handles('teaching-interactive', 'room-command.v1')
export class RoomCommandResponder {
  constructor(
    private readonly commandRoom: CommandRoom,
    private readonly readRoom: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ sealed, ...given }: RoomCommandPayload): Promise<RoomFrame> {
    const { meta, roomId, commandId } = given;
    const place = SEAL_PLACES.givenRoomAct(meta.tenantId, roomId, commandId);
    const act = this.sealer.open(sealed, place, RoomAct);
    const frame = await answerWithKnowledge(async () => {
      await this.commandRoom.execute({ ...given, act });
      faultPoint('teaching:room-command');
      return this.readRoom.frame(meta, roomId);
    });
    return sealFrame(frame, meta, this.sealer);
  }
}
