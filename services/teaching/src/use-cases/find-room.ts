import { Inject, Injectable } from '@nestjs/common';
import { DomainError, leadsRoom, type Asker, type FoundRoom } from '@openrounds/contracts';
import { publicView } from '@openrounds/learning';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { CourseView } from './course-view';
import { ROOM_STORE, type RoomRef, type RoomStore, type StoredRoom } from '../ports/room-store';

/** @throws DomainError `not-found` */
export function foundRoom(stored: StoredRoom | undefined): StoredRoom {
  if (stored === undefined) throw new DomainError('not-found', 'There is no such room');
  return stored;
}

/** Finds rooms, by their address or by id, and those who lead them: whose the room is, and the staff of its class. */
@Injectable()
export class FindRoom {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find' | 'findByAddress'>,
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'staffOf'>,
    private readonly courseView: CourseView,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(address: string): Promise<FoundRoom> {
    const stored = foundRoom(await this.rooms.findByAddress(address));
    const { roomId, tenantId, room, versions } = stored;
    const leaders = await this.leadersOf(stored);
    const courses = [...(await this.courseView.coursesOf(tenantId, roomId))];
    return { ...publicView(room), roomId, tenantId, leaders, courses, knowledge: versions.knowledge };
  }

  /** @throws DomainError `not-found` */
  async byId(ref: RoomRef): Promise<StoredRoom> {
    return foundRoom(await this.rooms.find(ref));
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async ofTeacher(ref: RoomRef, by: Asker): Promise<StoredRoom> {
    const stored = await this.byId(ref);
    await this.requireLeader(stored, by);
    return stored;
  }

  /** @throws DomainError `forbidden` for whoever does not lead the room; `not-found` from another course than its own */
  async requireLeader(stored: StoredRoom, by: Asker): Promise<void> {
    if (!leadsRoom(by, await this.leadersOf(stored)))
      throw new DomainError('forbidden', 'The room belongs to somebody else');
    await this.courseView.requireOwn(stored.tenantId, stored.roomId, by);
  }

  /** For whoever leads the room, and for the teachers of a course that it stands in. @throws DomainError as {@link requireLeader} */
  async requireTeacher(stored: StoredRoom, by: Asker): Promise<void> {
    if (!(await this.courseView.holds(stored.tenantId, stored.roomId, by)))
      await this.requireLeader(stored, by);
  }

  private async leadersOf({ tenantId, classId, owner }: StoredRoom): Promise<string[]> {
    if (classId === null) return [owner];
    return [owner, ...(await this.classes.staffOf(tenantId, classId))];
  }
}
