import { withTeamsFormed } from '../teams/form-teams';
import { aloneRoundOf } from '../teams/teams';
import { type Act } from './command';
import { isBetween, LONGEST_TIMER_SECONDS } from './new-room';
import { accept, type Outcome, refuse } from './outcome';
import { openRound, type Room, type Round, withRound } from './room';
import { withoutAnswer } from './show-answer';
import { closed } from './timers';

/** An act of one type. */
export type ActOf<Type extends Act['type']> = Extract<Act, { type: Type }>;

/**
 * Opens a round that waits. Opening a round that is open, or was in this attempt, changes nothing: to ask again is a
 * reset, which everybody sees. The stage of the round is reached with it, because nobody can answer without its text.
 */
export function open(room: Room, round: Round, act: ActOf<'open'>, now: number): Outcome {
  if (round.state !== 'prepared') return accept(room);
  if (openRound(room) !== undefined) return refuse('round-open');
  if (round.answerBy === 'team' && !hasBeenAnsweredAlone(room, round)) return refuse('commit-first');
  const seconds = act.seconds === undefined ? round.seconds : act.seconds;
  if (seconds !== null && !isBetween(seconds, 1, LONGEST_TIMER_SECONDS))
    return refuse('invalid-request', '/seconds');
  const opened: Round = {
    ...round,
    state: 'open',
    openedAt: now,
    closesAt: seconds === null ? null : now + seconds * 1000,
    scored: room.diagnosisRevealedAt === null,
  };
  const seated = round.answerBy === 'team' ? withTeamsFormed(room) : room;
  return accept({
    ...withRound(withoutAnswer(seated), opened),
    state: 'running',
    stageNo: Math.max(room.stageNo, round.stageNo),
    keyCommittedAt: room.keyCommittedAt ?? now,
  });
}

/** Nobody answers with others who has not had the time to answer alone. */
function hasBeenAnsweredAlone(room: Room, round: Round): boolean {
  const state = aloneRoundOf(room, round)?.state ?? 'prepared';
  return state === 'closed' || state === 'revealed';
}

/** Closes the round for everybody, those with more time among them. */
export function close(room: Room, round: Round, now: number): Outcome {
  if (round.state === 'prepared') return refuse('round-not-open');
  return accept(round.state === 'open' ? withRound(room, closed(round, now)) : room);
}

/**
 * Lengthens or switches off the timer: for all while the round is open, for one number beforehand too. Without a timer
 * there is nothing to lengthen.
 */
export function extend(room: Room, round: Round, { seconds, number }: ActOf<'extend'>): Outcome {
  if (seconds !== null && !isBetween(seconds, 1, LONGEST_TIMER_SECONDS))
    return refuse('invalid-request', '/seconds');
  if (number !== undefined && !isBetween(number, 1, room.nextNumber - 1))
    return refuse('not-found', '/number');
  if (round.state === 'closed' || round.state === 'revealed') return refuse('round-not-open');
  if (number !== undefined) return accept(withRound(room, extendedFor(round, String(number), seconds)));
  if (round.state === 'prepared') return refuse('round-not-open');
  if (round.closesAt === null) return accept(room);
  const closesAt = seconds === null ? null : round.closesAt + seconds * 1000;
  return accept(withRound(room, { ...round, closesAt }));
}

function extendedFor(round: Round, number: string, seconds: number | null): Round {
  const before = round.extensions[number];
  if (before === null) return round;
  const more = seconds === null ? null : (before ?? 0) + seconds * 1000;
  return { ...round, extensions: { ...round.extensions, [number]: more } };
}

/**
 * Starts a round anew: its attempt rises, so that phones that were away are told (`round-reset`), and it waits to be
 * opened, so that pressing twice resets once. Who needs more time than others keeps it.
 */
export function reset(room: Room, round: Round): Outcome {
  if (round.state === 'prepared') return accept(room);
  return accept(
    withRound(withoutAnswer(room), {
      ...round,
      attempt: round.attempt + 1,
      state: 'prepared',
      openedAt: null,
      closesAt: null,
      closedAt: null,
      revealedAt: null,
      layers: [],
      lateCounts: false,
      scored: false,
    }),
  );
}

/** Lets late answers count, or not; after something was shown it is too late to say so. */
export function countLate(room: Room, round: Round, { counts }: ActOf<'count-late'>): Outcome {
  if (round.lateCounts === counts) return accept(room);
  if (round.state === 'revealed') return refuse('invalid-request', '/roundId');
  return accept(withRound(room, { ...round, lateCounts: counts }));
}
