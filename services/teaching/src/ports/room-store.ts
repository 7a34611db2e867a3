import {
  type AppendErasurePayload,
  type AppendRecordPayload,
  type CaseBody,
  type PlannedRound,
  type RoomProgress,
  type Versions,
} from '@openrounds/contracts';
import { type Room } from '@openrounds/learning';
import { type SeenFrom } from './course-links';
import { type ForecastRequest } from './forecast-store';
import { type PurgedRows } from './purged-rows';

export interface RoomRef {
  readonly tenantId: string;
  readonly roomId: string;
}

/** A room whose people are deleted, with how many they and their answers are. */
export interface AnsweredRoom extends RoomRef {
  readonly participants: number;
  readonly answers: number;
}

/** What is right where an error is to be found; `onTheSpot`: of a question that the plan did not hold. */
export type Planted = NonNullable<PlannedRound['planted']> & { readonly onTheSpot?: true };

/** A room with what the service keeps beside the protocol's state of it. */
export interface StoredRoom extends RoomRef {
  readonly owner: string;
  readonly caseId: string;
  readonly caseVersion: number;
  /** Whose room it is; null for nobody's in particular. The class may be gone by now. */
  readonly classId: string | null;
  readonly contentHash: string;
  /** By which numbers its engine lists are made. */
  readonly versions: Versions;
  readonly room: Room;
  /** By round id, the planted error. */
  readonly planted: Readonly<Record<string, Planted>>;
  /** By folded spelling, the disease that the teacher says words mean. */
  readonly words: Readonly<Record<string, string>>;
  /** The commitment to the case's key, and the salt that opens it. */
  readonly keyHash: string;
  readonly keySalt: string;
  readonly createdAt: Date;
  /** Whether the log was told what the room promised and gave out: done once, after its end. */
  readonly released: boolean;
}

/** The title of a case as it was written. */
export type Title = CaseBody['title'];

export interface NewRoom extends StoredRoom {
  readonly body: CaseBody;
  readonly forecasts: readonly ForecastRequest[];
}

export interface ListedRoom extends StoredRoom {
  /** Null where the case was erased. */
  readonly title: Title | null;
}

/** Which rooms are wanted: one's own and those of classes, or all of the tenant. */
export type RoomsOf =
  | {
      readonly kind: 'led';
      readonly owner: string;
      readonly classIds: readonly string[];
      readonly course?: SeenFrom;
    }
  | { readonly kind: 'all' };

/** What a decision changes of a room; what is left out stays. */
export interface RoomChange {
  readonly room: Room;
  readonly words?: StoredRoom['words'];
  readonly planted?: StoredRoom['planted'];
  readonly released?: true;
  /** What the teacher did; kept under the sequence number of the room that came of it. */
  readonly event?: RoomEvent;
  /** To be frozen in the explanation log. */
  readonly records?: readonly AppendRecordPayload[];
}

export interface RoomEvent {
  readonly type: string;
  readonly actor: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Rooms: the protocol's state of each, and the case as the room began with it. What people wrote rests sealed. */
export interface RoomStore {
  /**
   * Stores a room and asks for the forecasts of its case; does nothing where it stands already.
   *
   * @param most rooms of the tenant that have not ended
   */
  add(given: NewRoom, most: number): Promise<'stored' | 'too-many' | 'code-taken'>;
  find(ref: RoomRef): Promise<StoredRoom | undefined>;
  /**
   * By an id, or by a code: the room that has not ended, else the one of this code that ended last. Whose it is, is what is
   * asked.
   */
  findByAddress(address: string): Promise<StoredRoom | undefined>;
  /** The case as the room began with it; undefined where it was erased since. */
  readCase(ref: RoomRef): Promise<CaseBody | undefined>;
  /** The newest first, older than the room `before`. */
  list(
    tenantId: string,
    wanted: {
      readonly of: RoomsOf;
      readonly limit: number;
      readonly before?: string | undefined;
      readonly state?: RoomProgress | undefined;
      readonly classId?: string | undefined;
    },
  ): Promise<readonly ListedRoom[]>;
  /**
   * Changes a room while nobody else can, not even by an answer. Null changes nothing; what `decide` throws is thrown. Who
   * listens is told after the commit.
   */
  change(ref: RoomRef, decide: (stored: StoredRoom) => RoomChange | null): Promise<StoredRoom | undefined>;
  /** Rooms whose next timer has run out. */
  due(now: Date): Promise<readonly RoomRef[]>;
  /** Rooms that run, or have ended and were not released yet. */
  active(): Promise<readonly RoomRef[]>;
  /** Rehearsals that have not ended. */
  rehearsing(): Promise<readonly RoomRef[]>;
  /**
   * Notes that a process was awake. Where none was for longer than `asleepMs`, `giveBack` changes each room that runs, once
   * for all processes, before anybody sees the new tick.
   */
  tick(now: Date, asleepMs: number, giveBack: (room: Room, lastTickAt: number) => Room): Promise<void>;
  /** Forgets the text of an erased case in rooms that have ended; `in-room` where one has not, and then nothing is done. */
  releaseCase(tenantId: string, caseId: string): Promise<'released' | 'in-room'>;
  /**
   * Deletes people and answers of rooms that ended before one moment, comments that were written before another, and rooms
   * that ended before a third.
   *
   * @param recordOf what the log is told of each room whose answers, and of each that itself is deleted
   */
  purge(
    before: { readonly people: Date; readonly comments: Date; readonly rooms: Date },
    recordOf: {
      readonly answers: (room: AnsweredRoom) => AppendErasurePayload;
      readonly room: (room: RoomRef) => AppendErasurePayload;
    },
  ): Promise<PurgedRows>;
  /** The cases of rooms that somebody led, or was in, once these had begun. To rehearse one is not to have led it. */
  casesTakenBy(tenantId: string, subject: string): Promise<ReadonlySet<string>>;
  /** The cases of rooms that run, and whose class each room is of; null for nobody's in particular. */
  casesInRooms(
    tenantId: string,
  ): Promise<readonly { readonly caseId: string; readonly classId: string | null }[]>;
  /** Rooms that have not ended, of all tenants, and the people in them; without rehearsals. */
  load(): Promise<{ readonly rooms: number; readonly participants: number }>;
}
export const ROOM_STORE = Symbol('RoomStore');
