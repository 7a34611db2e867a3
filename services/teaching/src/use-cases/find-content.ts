import { Inject, Injectable } from '@nestjs/common';
import { type FindContentPayload, type FoundContent } from '@openrounds/contracts';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';

/** Says what a tenant has under an id that another system's link names. */
@Injectable()
export class FindContent {
  constructor(
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'find'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'find'>,
  ) {}

  async execute({ meta: { tenantId }, id }: FindContentPayload): Promise<FoundContent> {
    const assignment = await this.assignments.find({ tenantId, assignmentId: id });
    if (assignment !== undefined) return { kind: 'assignment' };
    const found = await this.rooms.find({ tenantId, roomId: id });
    return { kind: found === undefined || found.room.rehearsal !== undefined ? null : 'room' };
  }
}
