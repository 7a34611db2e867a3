import { Inject, Injectable } from '@nestjs/common';
import { type Asker } from '@openrounds/contracts';
import { learnerOf } from '../model/class-view';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';

/** Which cases are being taught with: what would help to guess their answers is withheld meanwhile. */
@Injectable()
export class CasesInRooms {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'casesInRooms'>,
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'isMember'>,
  ) {}

  /** The cases of running rooms of a student's classes, and of those that are no class's. Nothing is withheld from others. */
  async withheldFrom(tenantId: string, by: Asker): Promise<ReadonlySet<string>> {
    if (by.role !== 'student') return new Set();
    const running = await this.rooms.casesInRooms(tenantId);
    const classIds = new Set(running.flatMap(({ classId }) => classId ?? []));
    const own = new Set<string | null>([null]);
    for (const classId of classIds)
      if (await this.classes.isMember(tenantId, classId, learnerOf(by))) own.add(classId);
    return new Set(running.filter(({ classId }) => own.has(classId)).map(({ caseId }) => caseId));
  }
}
