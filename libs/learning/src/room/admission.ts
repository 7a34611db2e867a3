import { withLatecomer } from '../teams/form-teams';
import { accept, type Outcome, refuse } from './outcome';
import { type Room } from './room';

/** Most participants of a room, those removed among them: numbers are not given out twice. */
export const MOST_PARTICIPANTS = 2_000;

/**
 * Lets somebody new in, under `nextNumber` of the room before; or says why not. Who comes back (join key, cookie, resume
 * code) has a number already and is not asked about here: a locked or full room stays open to those who are in it.
 */
export function admit(room: Room): Outcome {
  if (room.state === 'ended') return refuse('room-ended');
  if (room.locked) return refuse('room-locked');
  if (room.nextNumber > MOST_PARTICIPANTS) return refuse('room-full');
  const seated = { ...room, nextNumber: room.nextNumber + 1, seq: room.seq + 1 };
  return accept(withLatecomer(seated, room.nextNumber));
}
