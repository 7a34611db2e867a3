import { type Task } from '../answers/task';
import { type CommentBook } from '../discussion/comment-book';
import { type Rehearsal } from '../rehearsal/rehearsal';
import { type Teams } from '../teams/team';

/** What a teacher can show of a round; the diagnosis is shown of the whole room. */
export type RoundLayer = 'class' | 'engine' | 'stage-key';
export type Layer = RoundLayer | 'diagnosis';

/** A question at a stage, and how far it has come. All times are milliseconds of the server's clock. */
export interface Round {
  readonly id: string;
  /** From 1. */
  readonly stageNo: number;
  /** Order in the room, from 1. */
  readonly position: number;
  readonly task: Task;
  /** `team`: answered by the teams, after everybody has answered alone; left out where everybody answers. */
  readonly answerBy?: 'team';
  /** Planned time to answer; null for no timer. */
  readonly seconds: number | null;
  /** From 1; a reset raises it, and answers to older attempts count nowhere. */
  readonly attempt: number;
  readonly state: 'prepared' | 'open' | 'closed' | 'revealed';
  readonly openedAt: number | null;
  /** When the timer runs out; null without a timer. */
  readonly closesAt: number | null;
  /** By participant number, milliseconds more than the others have; null without limit. */
  readonly extensions: Readonly<Record<string, number | null>>;
  readonly closedAt: number | null;
  /** When the first layer was shown: from then on nothing counts that was not there before. */
  readonly revealedAt: number | null;
  /** Shown now. */
  readonly layers: readonly RoundLayer[];
  /** Whether answers that came late count, as the teacher said before revealing. */
  readonly lateCounts: boolean;
  /** Whether answers are scored: not when the round was opened after the diagnosis had been shown. */
  readonly scored: boolean;
}

/** A question to the tutor that stands on the wall with its answer: ids of what is kept elsewhere. */
export interface ShownAnswer {
  readonly threadId: string;
  readonly questionId: string;
}

/** What the tutor may do in a room, and what of it stands on the wall. */
export interface RoomTutor {
  readonly mode: 'answers' | 'socratic';
  readonly shown: ShownAnswer | null;
}

/** A room as the protocol knows it: no names, no answers, no texts of the case. Plain data, kept as it is. */
export interface Room {
  readonly code: string;
  readonly language: 'en' | 'zh';
  readonly entry: 'open' | 'account';
  /** Whether phones show what the projector shows. */
  readonly textOnPhones: boolean;
  readonly state: 'lobby' | 'running' | 'ended';
  /** How many stages the case has. */
  readonly stages: number;
  /** The stage reached; 0 in the lobby. */
  readonly stageNo: number;
  readonly locked: boolean;
  readonly rounds: readonly Round[];
  /** The number of the next participant, from 1. */
  readonly nextNumber: number;
  /** Numbers that the teacher removed. */
  readonly removed: readonly number[];
  /** Rises with every change. */
  readonly seq: number;
  readonly lastActAt: number;
  readonly endedAt: number | null;
  /** When the key was committed to: when the first round opened. */
  readonly keyCommittedAt: number | null;
  /** When the diagnosis was first shown, which ended scoring; null before. */
  readonly diagnosisRevealedAt: number | null;
  readonly diagnosisShown: boolean;
  /** Left out in a room without teams. */
  readonly teams?: Teams;
  /** Left out in a room that is none. */
  readonly rehearsal?: Rehearsal;
  /** Left out in a room without a tutor. */
  readonly tutor?: RoomTutor;
  /** Left out as long as nobody has commented. */
  readonly comments?: CommentBook;
  /** `seq` of the room when feedback was last released to somebody; left out before. */
  readonly feedbackSeq?: number;
  /** Ids of commands that were carried out, the newest last: none is carried out twice. */
  readonly handled: readonly string[];
}

/** The round that is open; there is at most one. */
export function openRound(room: Room): Round | undefined {
  return room.rounds.find(({ state }) => state === 'open');
}

export function roundOf(room: Room, roundId: string): Round | undefined {
  return room.rounds.find(({ id }) => id === roundId);
}

/** The room with one round changed; the room itself where it is the same round. */
export function withRound(room: Room, round: Round): Room {
  if (room.rounds.includes(round)) return room;
  return { ...room, rounds: room.rounds.map((one) => (one.id === round.id ? round : one)) };
}

/** How many sit in the room. */
export function participants({ nextNumber, removed }: Room): number {
  return nextNumber - 1 - removed.length;
}
