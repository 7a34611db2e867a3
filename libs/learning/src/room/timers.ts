import { openRound, type Room, type Round, withRound } from './room';

/** Answers count that long after a round closed: the radio of a full hall is slow. */
export const GRACE_MS = 3_000;

/** A gap between two ticks of the service's clock above which it was asleep. */
export const ASLEEP_MS = 10_000;

/** Most time that is given back for one sleep. */
const MOST_GIVEN_BACK_MS = 2 * 60 * 60 * 1000;

/** A room ends by itself that long after the teacher's last act. */
export const IDLE_MS = 12 * 60 * 60 * 1000;

/** When time is up for one participant; null for never. */
export function deadlineOf({ closesAt, extensions }: Round, number: number): number | null {
  const more = extensions[String(number)];
  return closesAt === null || more === null ? null : closesAt + (more ?? 0);
}

/** When time is up for the last one; null for never. A round stays open until then, so that nothing is shown before. */
function lastDeadline({ closesAt, extensions }: Round): number | null {
  if (closesAt === null) return null;
  const more = Object.values(extensions);
  return more.includes(null) ? null : closesAt + Math.max(0, ...more.map((time) => time ?? 0));
}

/**
 * The last moment at which an answer of a participant counts: the grace after the own deadline or after the teacher
 * closed the round, but never after something was shown. Infinite for an open round without a timer.
 */
export function countsUntil(round: Round, number: number): number {
  const closed = Math.min(deadlineOf(round, number) ?? Infinity, round.closedAt ?? Infinity);
  const shown = round.revealedAt === null ? Infinity : round.revealedAt - 1;
  return Math.min(closed + GRACE_MS, shown);
}

/** Whether no answer can count any more that is not there: something was shown, or the grace after the close has passed. */
export function isOver({ state, closedAt }: Round, now: number): boolean {
  return state === 'revealed' || (closedAt !== null && now > closedAt + GRACE_MS);
}

/** A round closed, no later than its timer ran out, however late that was noticed. */
export function closed(round: Round, now: number): Round {
  return { ...round, state: 'closed', closedAt: Math.min(now, lastDeadline(round) ?? now) };
}

/**
 * Does what is due: closes a round whose time is up for everybody, ends a room 12 hours after the last act. Reveals
 * nothing: no timer ever does. The time asleep must have been given back before ({@link withSleepGivenBack}).
 */
export function withTimersRun(room: Room, now: number): Room {
  if (room.state === 'ended') return room;
  const open = openRound(room);
  const deadline = open === undefined ? null : lastDeadline(open);
  let after = room;
  if (open !== undefined && deadline !== null && deadline <= now)
    after = { ...withRound(after, closed(open, now)), seq: after.seq + 1 };
  return now - room.lastActAt >= IDLE_MS ? ended(after, room.lastActAt + IDLE_MS) : after;
}

/** When {@link withTimersRun} next has something to do; null for never. */
export function nextTimer(room: Room): number | null {
  if (room.state === 'ended') return null;
  const open = openRound(room);
  const deadline = open === undefined ? null : lastDeadline(open);
  return Math.min(deadline ?? Infinity, room.lastActAt + IDLE_MS);
}

/** The room at its end; a round that is open closes. */
export function ended(room: Room, now: number): Room {
  const open = openRound(room);
  const after = open === undefined ? room : withRound(room, closed(open, now));
  return { ...after, state: 'ended', endedAt: now, seq: room.seq + 1 };
}

/**
 * Time in which no teaching process was awake does not count: over a gap of more than 10 s between two ticks of its clock
 * the timer of the open round moves by the gap, at most by 2 hours. To be done once a gap, before timers are run and answers
 * are judged.
 *
 * @param lastTickAt the newest tick before now
 */
export function withSleepGivenBack(room: Room, lastTickAt: number, now: number): Room {
  const open = openRound(room);
  if (open === undefined || open.closesAt === null) return room;
  const gap = now - Math.max(lastTickAt, open.openedAt ?? lastTickAt);
  if (gap <= ASLEEP_MS) return room;
  const closesAt = open.closesAt + Math.min(gap, MOST_GIVEN_BACK_MS);
  return { ...withRound(room, { ...open, closesAt }), seq: room.seq + 1 };
}
