import { type ListRoomAnswersPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadRoom } from '../use-cases/read-room';
import { sealRoomPage } from './seal-room';

/** Tells a teacher who answered what, page by page. */
@Handles('teaching-interactive', 'list-room-answers.v1')
export class ListRoomAnswersResponder {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, by, after }: ListRoomAnswersPayload): Promise<SealedPage> {
    const page = await answerWithKnowledge(() => this.readRoom.rows(meta, roomId, by, after));
    return sealRoomPage(page, meta, this.sealer);
  }
}
