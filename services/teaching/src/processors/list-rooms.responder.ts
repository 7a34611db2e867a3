import { type ListRoomsPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListRooms } from '../use-cases/list-rooms';
import { sealRoomPage } from './seal-room';

/** Lists rooms. */
@Handles('teaching-interactive', 'list-rooms.v1')
export class ListRoomsResponder {
  constructor(
    private readonly listRooms: ListRooms,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: ListRoomsPayload): Promise<SealedPage> {
    return sealRoomPage(await this.listRooms.execute(wanted), wanted.meta, this.sealer);
  }
}
