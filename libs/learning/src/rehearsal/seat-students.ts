import { admit } from '../room/admission';
import { type Outcome } from '../room/outcome';
import { type Room } from '../room/room';

/** Within that time of its making a rehearsal room fills, as a hall does. Milliseconds. */
export const FILLS_WITHIN_MS = 6_000;

/** How many simulated students have come to a room by a moment; 0 in a room that is no rehearsal. */
export function studentsCome({ rehearsal }: Room, createdAt: number, now: number): number {
  if (rehearsal === undefined) return 0;
  const share = Math.min(1, Math.max(0, (now - createdAt) / FILLS_WITHIN_MS));
  return Math.floor(rehearsal.students * share);
}

/** Lets the next simulated student in, under `nextNumber` of the room before; or says why not. */
export function admitStudent(room: Room): Outcome {
  const outcome = admit(room);
  if (!outcome.ok || room.rehearsal === undefined) return outcome;
  const { rehearsal } = room;
  const numbers = [...rehearsal.numbers, room.nextNumber];
  return { ...outcome, room: { ...outcome.room, rehearsal: { ...rehearsal, numbers } } };
}
