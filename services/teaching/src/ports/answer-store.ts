import {
  type AppendErasurePayload,
  type CodedClassResult,
  type RoomAnswer,
  type RoomScore,
  type TeamsGain,
} from '@openrounds/contracts';
import { type Kept, type Room } from '@openrounds/learning';
import { type Decision } from './learner-store';
import { type RoomRef, type StoredRoom } from './room-store';

/** Somebody who sits in a room, as far as joining asks. */
export interface Participant {
  readonly participantId: string;
  readonly number: number;
  readonly joinKeyHash: string;
  readonly resumeHash: string;
}

export interface NewParticipant extends Participant {
  /** The learner's subject, where signed in and kept in that learner's profile. */
  readonly subject: string | null;
  readonly language: 'en' | 'zh';
  readonly name: string | null;
  readonly joinedAt: Date;
  readonly decisions: readonly Decision[];
}

/** What a participant has agreed to. */
export interface Agreed {
  /** The newest decision about each purpose of which there is one. */
  readonly decisions: readonly Decision[];
  /** Whether the participant is a learner's. */
  readonly ofLearner: boolean;
}

/** Whose answer to what. */
export interface AnswerKey {
  readonly roundId: string;
  readonly attempt: number;
  readonly participantId: string;
}

export const keyOf = ({ roundId, attempt, participantId }: AnswerKey): string =>
  `${roundId}/${String(attempt)}/${participantId}`;

export interface StoredAnswer extends AnswerKey {
  readonly number: number;
  readonly revision: number;
  readonly late: boolean;
  /** By the phone's clock. */
  readonly committedAt: Date;
  readonly receivedAt: Date;
  readonly answer: RoomAnswer;
}

export type StoredScore = AnswerKey & RoomScore;

/** What came of a batch. */
export interface Recorded {
  readonly stored: StoredRoom;
  /** Numbers by participant id. */
  readonly present: ReadonlyMap<string, number>;
  /** {@link keyOf} what was written. */
  readonly written: ReadonlySet<string>;
  /** By {@link keyOf}, what is kept now. */
  readonly kept: ReadonlyMap<string, Kept>;
}

/** The counts of a round; they may be thrown away and made anew at any time. */
export interface Tally {
  readonly answered: number;
  readonly late: number;
  /** Null while the round is open. */
  readonly body: CodedClassResult | null;
  /** Of a question for teams, once it is scored. */
  readonly teamGain: TeamsGain | null;
  /** No answer in its grace can change it any more. */
  readonly final: boolean;
}

export interface StoredTally extends Tally {
  readonly roundId: string;
  readonly attempt: number;
  /** Rises with every change. */
  readonly seq: number;
}

/** What a tally is made of, read while nobody else makes it. */
export interface TallyReader {
  readonly stored: StoredRoom;
  /** @param gone numbers whose answers count no more */
  count(
    attempt: number,
    gone: readonly number[],
  ): Promise<{ readonly inTime: number; readonly late: number }>;
  answers(attempt: number): Promise<readonly StoredAnswer[]>;
  /** Of the whole room. */
  scores(): Promise<readonly StoredScore[]>;
  /** Ids of the participants by number. */
  members(): Promise<ReadonlyMap<number, string>>;
}

export interface NewTally extends Tally {
  readonly attempt: number;
  /** In place of all earlier scores of the attempt; null leaves them. */
  readonly scores: readonly StoredScore[] | null;
}

/** A participant with all that is kept of them. */
export interface Person {
  readonly participantId: string;
  readonly number: number;
  readonly name: string | null;
  readonly team: number | null;
  readonly answers: readonly StoredAnswer[];
  readonly scores: readonly StoredScore[];
}

/** What is kept of whoever answered under one id. */
export type Part = Pick<Person, 'answers' | 'scores'>;

/** What is to be written of a batch. */
export interface Chosen {
  /** At most one answer a round and id. */
  readonly write: readonly StoredAnswer[];
  /** Of which it is to be told what is kept. */
  readonly look: readonly AnswerKey[];
}

/** Who sits in rooms, what they answered, and how it counts. What people wrote rests sealed. */
export interface AnswerStore {
  /**
   * Lets a batch in while nobody else changes the room.
   *
   * @param seat is given who of the batch is known by key or code
   */
  join<T extends { readonly room: Room; readonly added: readonly NewParticipant[] }>(
    ref: RoomRef,
    hashes: { readonly joinKeys: readonly string[]; readonly resumes: readonly string[] },
    seat: (stored: StoredRoom, known: readonly Participant[]) => T,
  ): Promise<T | undefined>;
  /**
   * Writes a batch of answers in one transaction, during which the room cannot change. Of what is chosen an answer replaces
   * the one that is kept where its revision is higher, and never one that came in time by one that came late.
   *
   * @param choose is given the numbers of those of the participants who are there
   */
  record(
    ref: RoomRef,
    participantIds: readonly string[],
    choose: (stored: StoredRoom, present: ReadonlyMap<string, number>) => Chosen,
  ): Promise<Recorded | undefined>;
  /** Counts a round, one at a time; tells who listens where something is new. Null leaves it as it is. */
  tally(
    ref: RoomRef,
    roundId: string,
    make: (read: TallyReader) => Promise<NewTally | null>,
  ): Promise<'changed' | 'unchanged'>;
  /** What is kept of a round, in one of its attempts: the revision of each answer, by the id under which it is kept. */
  revisions(
    ref: RoomRef,
    asked: Pick<AnswerKey, 'roundId' | 'attempt'>,
  ): Promise<ReadonlyMap<string, number>>;
  tallies(ref: RoomRef): Promise<readonly StoredTally[]>;
  /** Those of the participants who are there. */
  people(ref: RoomRef, participantIds: readonly string[]): Promise<readonly Person[]>;
  /** What a participant has decided, the oldest first; at most five hundred. */
  decisionsOf(ref: RoomRef, participantId: string): Promise<readonly Decision[]>;
  /** Those of the numbers who are there. */
  peopleOf(ref: RoomRef, numbers: readonly number[]): Promise<readonly Person[]>;
  /** What is kept under ids of teams; teams that have not answered are left out. */
  partsOf(ref: RoomRef, teamIds: readonly string[]): Promise<ReadonlyMap<string, Part>>;
  /** By number, those after one. */
  peopleAfter(ref: RoomRef, number: number, limit: number): Promise<readonly Person[]>;
  /** Where somebody with an account, or a learner, sits or sat: by participant id, after `after`. */
  seatsOf(
    tenantId: string,
    subject: string,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly roomId: string; readonly participantId: string }[]>;
  /**
   * Adds decisions of a participant; who takes `keep` back is no learner's participant any more. Undefined where there is
   * no such participant.
   *
   * @param decide says which to add, by what holds
   */
  agree(
    ref: RoomRef,
    participantId: string,
    decide: (agreed: Agreed) => readonly Decision[],
  ): Promise<Agreed | undefined>;
  /** Deletes what a team answered of which nobody is left. */
  forgetTeams(ref: RoomRef, teamIds: readonly string[]): Promise<void>;
  /**
   * Deletes a participant with everything that is kept of them.
   *
   * @param recordOf what the log is told of so many answers, by the same transaction
   */
  forget(
    ref: RoomRef,
    participantId: string,
    recordOf: (answers: number) => AppendErasurePayload,
  ): Promise<{ readonly number: number } | undefined>;
}
export const ANSWER_STORE = Symbol('AnswerStore');
