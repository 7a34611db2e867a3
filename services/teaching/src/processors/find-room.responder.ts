import { type FindRoomPayload, type FoundRoom } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { FindRoom } from '../use-cases/find-room';

/** Says which room an address means. */
@Handles('teaching-interactive', 'find-room.v1')
export class FindRoomResponder {
  constructor(private readonly findRoom: FindRoom) {}

  answer({ room }: FindRoomPayload): Promise<FoundRoom> {
    return answerWithKnowledge(() => this.findRoom.execute(room));
  }
}
