import { type Room } from './room';

/** The room once feedback was released to somebody in it. Phones ask for their own; whose it is, no frame says. */
export function feedbackReleased(room: Room): Room {
  const seq = room.seq + 1;
  return { ...room, seq, feedbackSeq: seq };
}
