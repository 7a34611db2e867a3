import { GivenRoom, SEAL_PLACES, type CreateRoomPayload, type SealedRoom } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CreateRoom } from '../use-cases/create-room';
import { sealRoom } from './seal-room';

/** Opens a room. */
@Handles('teaching-interactive', 'create-room.v1')
export class CreateRoomResponder {
  constructor(
    private readonly createRoom: CreateRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ sealed, ...wanted }: CreateRoomPayload): Promise<SealedRoom> {
    const { meta, roomId } = wanted;
    const given = this.sealer.open(sealed, SEAL_PLACES.givenRoom(meta.tenantId, roomId), GivenRoom);
    const room = await answerWithKnowledge(() => this.createRoom.execute({ ...wanted, given }));
    return sealRoom(room, meta, this.sealer);
  }
}
