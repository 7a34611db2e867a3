import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type CodedRoom, type ListRoomsPayload } from '@openrounds/contracts';
import { codedRoom } from '../model/room-card';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { ROOM_STORE, type RoomsOf, type RoomStore } from '../ports/room-store';
import { seenFrom } from './course-view';
import { type Paged } from './list-cases';

/** Lists the rooms that somebody leads, the newest first. */
@Injectable()
export class ListRooms {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'list'>,
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'taughtBy'>,
  ) {}

  async execute({
    meta: { tenantId },
    by,
    limit,
    before,
    state,
    classId,
  }: ListRoomsPayload): Promise<Paged<CodedRoom>> {
    const of = await this.theirs(tenantId, by);
    const rows = await this.rooms.list(tenantId, { of, limit: limit + 1, before, state, classId });
    return { items: rows.slice(0, limit).map(codedRoom), more: rows.length > limit };
  }

  private async theirs(tenantId: string, by: Asker): Promise<RoomsOf> {
    if (by.role === 'admin') return { kind: 'all' };
    const classIds = await this.classes.taughtBy(tenantId, by.subject);
    const course = seenFrom(by);
    return { kind: 'led', owner: by.subject, classIds, ...(course === undefined ? {} : { course }) };
  }
}
