import { taskIssues } from '../answers/check-task';
import { type Task } from '../answers/task';
import { type Rehearsal } from '../rehearsal/rehearsal';
import { type Teams } from '../teams/team';
import { aloneRoundOf, noTeams, TEAM_SIZE } from '../teams/teams';
import { MOST_PARTICIPANTS } from './admission';
import { accept, type Outcome, refuse } from './outcome';
import { type Room, type RoomTutor, type Round } from './room';

/** A round as the teacher plans it. */
export interface RoundPlan {
  readonly id: string;
  readonly stageNo: number;
  readonly task: Task;
  readonly answerBy?: 'team';
  /** Time to answer; null for no timer. */
  readonly seconds: number | null;
}

export interface RoomPlan {
  readonly code: string;
  readonly language: 'en' | 'zh';
  readonly entry: 'open' | 'account';
  /** Whether phones show what the projector shows. */
  readonly textOnPhones: boolean;
  readonly stages: number;
  readonly teams?: Pick<Teams, 'by' | 'size'>;
  readonly rehearsal?: Pick<Rehearsal, 'students'>;
  readonly tutor?: RoomTutor['mode'];
  readonly rounds: readonly RoundPlan[];
}

/** Most rounds of a room. */
const MOST_ROUNDS = 40;

/** Longest timer: longer than any lecture. */
export const LONGEST_TIMER_SECONDS = 4 * 60 * 60;

/** A room before its first act, or why the plan is no plan. */
export function newRoom({ rounds, teams, rehearsal, tutor, ...plan }: RoomPlan, now: number): Outcome {
  if (teams !== undefined && !isBetween(teams.size, TEAM_SIZE.min, TEAM_SIZE.max))
    return refuse('invalid-request', '/settings/teamSize');
  if (rehearsal !== undefined && !isBetween(rehearsal.students, 1, MOST_PARTICIPANTS))
    return refuse('invalid-request', '/rehearsal/students');
  const empty: Room = {
    ...plan,
    ...(teams === undefined ? {} : { teams: noTeams(teams) }),
    ...(rehearsal === undefined ? {} : { rehearsal: { students: rehearsal.students, numbers: [] } }),
    ...(tutor === undefined ? {} : { tutor: { mode: tutor, shown: null } }),
    state: 'lobby',
    stageNo: 0,
    locked: false,
    rounds: [],
    nextNumber: 1,
    removed: [],
    seq: 0,
    lastActAt: now,
    endedAt: null,
    keyCommittedAt: null,
    diagnosisRevealedAt: null,
    diagnosisShown: false,
    handled: [],
  };
  return rounds.reduce<Outcome>(
    (outcome, round, at) => (outcome.ok ? withAddedRound(outcome.room, round, `/rounds/${at}`) : outcome),
    accept(empty),
  );
}

/** Adds a round at the end; the id of a round that is there changes nothing. */
export function withAddedRound(room: Room, plan: RoundPlan, pointer: string): Outcome {
  if (room.rounds.some(({ id }) => id === plan.id)) return accept(room);
  if (room.rounds.length >= MOST_ROUNDS) return refuse('invalid-request', pointer);
  if (!isBetween(plan.stageNo, 1, room.stages)) return refuse('invalid-request', `${pointer}/stageNo`);
  if (plan.seconds !== null && !isBetween(plan.seconds, 1, LONGEST_TIMER_SECONDS))
    return refuse('invalid-request', `${pointer}/seconds`);
  const [issue] = taskIssues(plan.task);
  if (issue !== undefined) return refuse('invalid-request', `${pointer}/task${issue.pointer}`);
  if (plan.answerBy === 'team' && (room.teams === undefined || aloneRoundOf(room, plan) === undefined))
    return refuse('invalid-request', `${pointer}/answerBy`);
  return accept({ ...room, rounds: [...room.rounds, prepared(plan, room.rounds.length + 1)] });
}

function prepared({ id, stageNo, task, answerBy, seconds }: RoundPlan, position: number): Round {
  return {
    id,
    stageNo,
    position,
    task,
    ...(answerBy === undefined ? {} : { answerBy }),
    seconds,
    attempt: 1,
    state: 'prepared',
    openedAt: null,
    closesAt: null,
    extensions: {},
    closedAt: null,
    revealedAt: null,
    layers: [],
    lateCounts: false,
    scored: false,
  };
}

/** Whether a number is whole and within its limits, both included. */
export function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
