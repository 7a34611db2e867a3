import { membersOf, teamOf } from '../teams/teams';
import { type Refusal, refuse } from './outcome';
import { type Room, type Round, roundOf } from './room';
import { countsUntil } from './timers';

/** What the protocol has to know of an answer that arrives. */
export interface Arrival {
  readonly roundId: string;
  readonly attempt: number;
  /** From 1; the phone raises it with every change. */
  readonly revision: number;
  readonly number: number;
  /** Milliseconds of the server's clock. */
  readonly receivedAt: number;
}

/** What is kept of the same participant, or the same team, in the same round and attempt. */
export interface Kept {
  readonly revision: number;
  readonly late: boolean;
  /** Who wrote it, for a team; left out where nobody else could have. */
  readonly number?: number;
}

/** What becomes of an answer; `write` says whether it replaces what is kept. */
export type Receipt =
  | { readonly ok: true; readonly status: 'kept'; readonly write: true }
  | { readonly ok: true; readonly status: 'unchanged'; readonly write: false }
  | { readonly ok: true; readonly status: 'late'; readonly write: boolean };

/**
 * Judges an answer. A repeat is answered as before, whatever has happened since: the phone may not have heard the first
 * reply. A late answer is kept, but never in place of one that came in time, which would lose it.
 *
 * @param kept null where nothing is kept
 */
export function receive(room: Room, arrival: Arrival, kept: Kept | null): Receipt | Refusal {
  const round = roundOf(room, arrival.roundId);
  if (round === undefined) return refuse('not-found', '/roundId');
  if (room.removed.includes(arrival.number)) return refuse('forbidden');
  if (arrival.attempt < round.attempt) return refuse('round-reset', '/attempt');
  if (arrival.attempt > round.attempt) return refuse('invalid-request', '/attempt');
  if (round.state === 'prepared') return refuse('round-not-open');
  if (round.answerBy === 'team' && !isRepeat(arrival, kept)) {
    const team = teamOf(room, arrival.number);
    if (team?.pen !== arrival.number) return refuse('pen-elsewhere');
  }
  if (kept !== null && kept.revision > arrival.revision) return refuse('newer-revision', '/revision');
  // The revisions of two phones that write for one team say nothing of one another.
  if (kept?.revision === arrival.revision && !isRepeat(arrival, kept))
    return refuse('newer-revision', '/revision');
  if (kept?.revision === arrival.revision) return { ok: true, status: 'unchanged', write: false };
  if (arrival.receivedAt <= countsUntil(round, arrival.number))
    return { ok: true, status: 'kept', write: true };
  if (room.state === 'ended') return refuse('room-ended');
  return { ok: true, status: 'late', write: kept === null || kept.late };
}

const isRepeat = (arrival: Arrival, kept: Kept | null): boolean =>
  kept?.revision === arrival.revision && (kept.number ?? arrival.number) === arrival.number;

/** Numbers whose answers to a round count no more: who was removed, and of teams those of which nobody is left. */
export function uncountedNumbers(room: Room, round: Round): readonly number[] {
  if (round.answerBy !== 'team') return room.removed;
  const gone = (room.teams?.list ?? []).filter((team) => membersOf(room, team).length === 0);
  return gone.flatMap(({ members }) => members);
}

/**
 * Whether a kept answer counts: of this attempt, of somebody who is still in the room, and in time, or late by leave of
 * the teacher and before anything was shown. What came in the very millisecond was there: it had been counted.
 */
export function isCounted(
  room: Room,
  round: Round,
  kept: Pick<Arrival, 'attempt' | 'number' | 'receivedAt'> & Pick<Kept, 'late'>,
): boolean {
  if (kept.attempt !== round.attempt || uncountedNumbers(room, round).includes(kept.number)) return false;
  return !kept.late || (round.lateCounts && kept.receivedAt <= (round.revealedAt ?? Infinity));
}
