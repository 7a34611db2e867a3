import { accept, type Outcome, refuse } from './outcome';
import { openRound, type Room, type ShownAnswer } from './room';

/**
 * Puts an answer of the tutor on the wall. It tells of the engine's list, and so is shown as that is: not while a round is open,
 * and not before the class has committed to a list of its own at the stage that the room has reached.
 */
export function showAnswer(room: Room, shown: ShownAnswer | null): Outcome {
  const { tutor } = room;
  if (tutor === undefined) return shown === null ? accept(room) : refuse('invalid-request', '/shown');
  if (shown?.questionId === tutor.shown?.questionId) return accept(room);
  if (shown !== null) {
    if (openRound(room) !== undefined) return refuse('round-open');
    if (!hasCommitted(room)) return refuse('commit-first');
  }
  return accept({ ...room, tutor: { ...tutor, shown } });
}

const hasCommitted = ({ rounds, stageNo, diagnosisShown }: Room): boolean =>
  diagnosisShown ||
  rounds.some(
    (round) => round.stageNo === stageNo && (round.state === 'closed' || round.state === 'revealed'),
  );

/** The room with nothing of the tutor on the wall: a list is about to be asked for. */
export function withoutAnswer(room: Room): Room {
  const { tutor } = room;
  if (tutor === undefined || tutor.shown === null) return room;
  return { ...room, tutor: { ...tutor, shown: null } };
}
