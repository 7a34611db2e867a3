import { withLivingPens } from '../teams/teams';
import { type Room } from './room';

/** The room without somebody who wants to be forgotten: their comments go with them, which those who read are told, and
 * the pen of their team passes on. */
export function forgotten(room: Room, number: number): Room {
  if (room.removed.includes(number)) return room;
  const seq = room.seq + 1;
  return withLivingPens({
    ...room,
    seq,
    removed: [...room.removed, number],
    ...(room.comments === undefined ? {} : { comments: { ...room.comments, seq } }),
  });
}
