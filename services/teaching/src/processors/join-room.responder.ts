import { GivenJoin, SEAL_PLACES, type JoinRoomPayload, type JoinRoomResult } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { JoinRoom } from '../use-cases/join-room';

/** Lets a batch of people in. */
@Handles('teaching-interactive', 'join-room.v1')
export class JoinRoomResponder {
  constructor(
    private readonly joinRoom: JoinRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta: { tenantId }, roomId, sealed }: JoinRoomPayload): Promise<JoinRoomResult> {
    const joins = this.sealer.open(sealed, SEAL_PLACES.givenJoins(tenantId, roomId), z.array(GivenJoin));
    const seats = await answerWithKnowledge(() => this.joinRoom.execute({ tenantId, roomId }, joins));
    faultPoint('teaching:join-room');
    return { joins: seats.map((seat) => (seat.ok ? seat : { ...seat, errors: [] })) };
  }
}
