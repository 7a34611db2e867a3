import { type ReadRoomResultsPayload, type SealedRoom } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadRoom } from '../use-cases/read-room';
import { sealRoom } from './seal-room';

/** Tells a teacher how a class did. */
@Handles('teaching-interactive', 'read-room-results.v1')
export class ReadRoomResultsResponder {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, by }: ReadRoomResultsPayload): Promise<SealedRoom> {
    const results = await answerWithKnowledge(() => this.readRoom.results(meta, roomId, by));
    return sealRoom(results, meta, this.sealer);
  }
}
