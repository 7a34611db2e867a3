import { accept, type Outcome, refuse } from './outcome';
import { openRound, type Room, type ShownAnswer } from './room';

/** Puts an answer of the tutor on the wall, which tells of the engine's list: not while a round is open. */
export function showAnswer(room: Room, shown: ShownAnswer | null): Outcome {
  const { tutor } = room;
  if (tutor === undefined) return shown === null ? accept(room) : refuse('invalid-request', '/shown');
  if (shown?.questionId === tutor.shown?.questionId) return accept(room);
  if (shown !== null && openRound(room) !== undefined) return refuse('round-open');
  return accept({ ...room, tutor: { ...tutor, shown } });
}

/** The room with nothing of the tutor on the wall: a list is about to be asked for. */
export function withoutAnswer(room: Room): Room {
  const { tutor } = room;
  if (tutor === undefined || tutor.shown === null) return room;
  return { ...room, tutor: { ...tutor, shown: null } };
}
