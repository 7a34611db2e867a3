import { openRound, type Room } from '../room/room';
import { accept, type Outcome, refuse } from '../room/outcome';
import { type CommentBook } from './comment-book';

const NONE: CommentBook = { written: 0, hidden: [], seq: 0 };

export const commentsOf = ({ comments }: Room): CommentBook => comments ?? NONE;

/** Whether comments can be read: they speak of the diagnosis, and are told where that is told and nowhere else. */
export const areCommentsOpen = (room: Room): boolean => room.diagnosisShown && openRound(room) === undefined;

/**
 * Takes a comment, under `commentsOf(room).written` of the room after.
 *
 * @param number of the participant; null for the teacher
 */
export function comment(room: Room, number: number | null): Outcome {
  if (number !== null && room.removed.includes(number)) return refuse('forbidden');
  if (room.state === 'ended') return refuse('room-ended');
  if (!areCommentsOpen(room)) return refuse('not-open');
  const { written, hidden } = commentsOf(room);
  const seq = room.seq + 1;
  return accept({ ...room, seq, comments: { written: written + 1, hidden, seq } });
}

/** Hides a comment, or shows it again; `seq` of the room is raised by whoever carries the act out. */
export function hideComment(room: Room, number: number, hidden: boolean): Outcome {
  const book = commentsOf(room);
  if (number < 1 || number > book.written) return refuse('not-found', '/number');
  if (book.hidden.includes(number) === hidden) return accept(room);
  const others = book.hidden.filter((each) => each !== number);
  return accept({
    ...room,
    comments: { ...book, hidden: hidden ? [...others, number] : others, seq: room.seq + 1 },
  });
}
