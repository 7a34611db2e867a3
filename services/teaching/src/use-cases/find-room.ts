import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type FoundRoom } from '@openrounds/contracts';
import { publicView } from '@openrounds/learning';
import { ROOM_STORE, type RoomRef, type RoomStore, type StoredRoom } from '../ports/room-store';

/** @throws DomainError `not-found` */
export function foundRoom(stored: StoredRoom | undefined): StoredRoom {
  if (stored === undefined) throw new DomainError('not-found', 'There is no such room');
  return stored;
}

/** @throws DomainError `forbidden` for somebody who is neither the teacher of the room nor an administrator */
export function requireTeacher({ owner }: StoredRoom, { subject, role }: Asker): void {
  if (subject !== owner && role !== 'admin')
    throw new DomainError('forbidden', 'The room belongs to somebody else');
}

/** Finds rooms: by their address for whoever has it, by id for those who were told whose it is. */
@Injectable()
export class FindRoom {
  constructor(@Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find' | 'findByAddress'>) {}

  /** @throws DomainError `not-found` */
  async execute(address: string): Promise<FoundRoom> {
    const stored = foundRoom(await this.rooms.findByAddress(address));
    const { roomId, tenantId, owner, room, versions } = stored;
    return { ...publicView(room), roomId, tenantId, owner, knowledge: versions.knowledge };
  }

  /** @throws DomainError `not-found` */
  async byId(ref: RoomRef): Promise<StoredRoom> {
    return foundRoom(await this.rooms.find(ref));
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async ofTeacher(ref: RoomRef, by: Asker): Promise<StoredRoom> {
    const stored = await this.byId(ref);
    requireTeacher(stored, by);
    return stored;
  }
}
