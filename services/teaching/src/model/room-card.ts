import { type CodedRoom } from '@openrounds/contracts';
import { participants } from '@openrounds/learning';
import { type ListedRoom } from '../ports/room-store';

/** A room as lists show it. */
export const codedRoom = ({
  roomId,
  caseId,
  caseVersion,
  classId,
  title,
  createdAt,
  room,
}: ListedRoom): CodedRoom => ({
  id: roomId,
  code: room.code,
  state: room.state,
  language: room.language,
  entry: room.entry,
  ...(room.rehearsal === undefined ? {} : { rehearsal: true }),
  caseId,
  caseVersion,
  ...(classId === null ? {} : { classId }),
  title: title ?? {},
  participants: participants(room),
  rounds: room.rounds.length,
  createdAt: createdAt.toISOString(),
  endedAt: room.endedAt === null ? null : new Date(room.endedAt).toISOString(),
});
