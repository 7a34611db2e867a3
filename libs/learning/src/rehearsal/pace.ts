import { type Round } from '../room/room';
import { GRACE_MS } from '../room/timers';
import { drawsOf, normal } from './draws';
import { type SimulatedStudent } from './simulated-student';

/** As long as a class takes where nobody has set a timer. Milliseconds. */
const WITHOUT_TIMER_MS = 60_000;

/**
 * Times to answer are spread as times of people are, with a long tail to the right (log-normal), and end before the timer
 * does. Shares of the time that there is.
 */
const MEDIAN = 0.42;
const SPREAD = 0.5;
const SOONEST = 0.06;
const LATEST = 0.95;

/** When, of the time that an answer takes, somebody who thinks again sends the first one. */
const FIRST_THOUGHT = 0.6;

/** What comes late comes within that time after the grace. Milliseconds. */
export const LATE_WITHIN_MS = 8_000;

/**
 * Which revision of the answer to a round a student has sent by now: 0 for none yet, or none at all. It follows from the
 * round and the time alone, so that whoever asks again, or after a restart, is told the same.
 *
 * @param now milliseconds of the server's clock
 */
export function revisionSent(student: SimulatedStudent, round: Round, now: number): 0 | 1 | 2 {
  const { openedAt, closedAt } = round;
  if (openedAt === null || round.state === 'prepared' || student.habit === 'silent') return 0;
  const draw = drawsOf(`${student.seed} pace ${round.id} ${round.attempt}`);
  const share = Math.min(LATEST, Math.max(SOONEST, MEDIAN * Math.exp(SPREAD * normal(draw))));
  if (student.habit === 'late') return isLateSent(round, draw(), now) ? 1 : 0;
  // What was not sent before the close is not sent after it.
  const passed = Math.min(now, closedAt ?? now) - openedAt;
  const time = (round.closesAt ?? openedAt + WITHOUT_TIMER_MS) - openedAt;
  if (passed >= share * time) return student.revises ? 2 : 1;
  return student.revises && passed >= FIRST_THOUGHT * share * time ? 1 : 0;
}

function isLateSent({ closedAt }: Round, drawn: number, now: number): boolean {
  return closedAt !== null && now > closedAt + GRACE_MS + drawn * LATE_WITHIN_MS;
}

/** Whether simulated students may still send something to a round: while it is open, and shortly after its close. */
export function isAnswered({ state, closedAt }: Round, now: number): boolean {
  if (state === 'prepared') return false;
  return closedAt === null || now <= closedAt + GRACE_MS + 2 * LATE_WITHIN_MS;
}
