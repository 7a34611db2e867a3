import { Inject, Injectable } from '@nestjs/common';
import { type CodedRoom, type ListRoomsPayload } from '@openrounds/contracts';
import { codedRoom } from '../model/room-card';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { type Paged } from './list-cases';

/** Lists rooms of the tenant, the newest first. */
@Injectable()
export class ListRooms {
  constructor(@Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'list'>) {}

  async execute({
    meta: { tenantId },
    limit,
    before,
    state,
    classId,
  }: Omit<ListRoomsPayload, 'by'>): Promise<Paged<CodedRoom>> {
    const rows = await this.rooms.list(tenantId, { limit: limit + 1, before, state, classId });
    return { items: rows.slice(0, limit).map(codedRoom), more: rows.length > limit };
  }
}
