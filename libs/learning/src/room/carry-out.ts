import { hideComment } from '../discussion/comments';
import { withLivingPens } from '../teams/teams';
import { type Act, type Command } from './command';
import { isBetween, withAddedRound } from './new-room';
import { accept, type Outcome, refuse } from './outcome';
import { reveal } from './reveal';
import { close, countLate, extend, open, reset } from './round-acts';
import { type Room, roundOf } from './room';
import { showAnswer, withoutAnswer } from './show-answer';
import { ended, withTimersRun } from './timers';

/** As many ids are remembered as a lecture has presses; an older one comes back from no network. */
const REMEMBERED = 256;

/**
 * Carries out a teacher's command, or says why not. Timers that are due run first, so that a round whose time is up can be
 * revealed at once. Safe to press twice: a command id is carried out once, and an act that would change nothing is
 * accepted. Where nothing changed, `seq` is that of the room before.
 *
 * @param now milliseconds of the server's clock; time asleep has been given back before
 */
export function carryOut(room: Room, { id, ...act }: Command, now: number): Outcome {
  if (room.handled.includes(id)) return accept(room);
  const current = withTimersRun(room, now);
  // What was said in a room can be read after its end, and so it can be hidden then.
  if (current.state === 'ended' && act.type !== 'hide-comment')
    return act.type === 'end' ? accept(current) : refuse('room-ended');
  const outcome = done(current, act, now);
  if (!outcome.ok) return outcome;
  const seq = outcome.room === current ? current.seq : current.seq + 1;
  const handled = [...room.handled, id].slice(-REMEMBERED);
  return accept({ ...outcome.room, seq, handled, lastActAt: now });
}

function done(room: Room, act: Act, now: number): Outcome {
  switch (act.type) {
    case 'stage':
      return stage(room, act.stageNo);
    case 'lock':
      return accept(act.locked === room.locked ? room : { ...room, locked: act.locked });
    case 'add-round':
      return withAddedRound(room, act.round, '/round');
    case 'remove':
      return remove(room, act.number);
    case 'hide-comment':
      return hideComment(room, act.number, act.hidden);
    case 'show-answer':
      return showAnswer(room, act.shown);
    case 'end':
      return accept(ended(room, now));
    default:
      return inRound(room, act, now);
  }
}

function inRound(room: Room, act: Extract<Act, { roundId: string }>, now: number): Outcome {
  const round = roundOf(room, act.roundId);
  if (round === undefined) return refuse('not-found', '/roundId');
  switch (act.type) {
    case 'open':
      return open(room, round, act, now);
    case 'close':
      return close(room, round, now);
    case 'extend':
      return extend(room, round, act);
    case 'reset':
      return reset(room, round);
    case 'reveal':
      return reveal(room, round, act, now);
    case 'count-late':
      return countLate(room, round, act);
  }
}

/** Moves on to a stage; not while a round is open, whose answers are about the stage before. */
function stage(room: Room, stageNo: number): Outcome {
  if (!isBetween(stageNo, 1, room.stages)) return refuse('invalid-request', '/stageNo');
  if (stageNo <= room.stageNo) return accept(room);
  if (room.rounds.some(({ state }) => state === 'open')) return refuse('round-open');
  return accept({ ...withoutAnswer(room), state: 'running', stageNo });
}

function remove(room: Room, number: number): Outcome {
  if (!isBetween(number, 1, room.nextNumber - 1)) return refuse('not-found', '/number');
  if (room.removed.includes(number)) return accept(room);
  return accept(withLivingPens({ ...room, removed: [...room.removed, number] }));
}
