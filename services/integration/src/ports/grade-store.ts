import { type GradeState, type ScoreReleasedPayload } from '@openrounds/contracts';
import { type GradeProgress } from '../model/grade-progress';

/** One version of the score of a learner at a link, and where it stands. */
export interface StoredGrade extends GradeProgress {
  readonly id: string;
  readonly tenantId: string;
  readonly platformId: string;
  readonly linkId: string;
  readonly learnerId: string;
  readonly version: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly activityProgress: ScoreReleasedPayload['activityProgress'];
  readonly gradingProgress: ScoreReleasedPayload['gradingProgress'];
  /** Sent with the score: fixed with the version, later than that of any version before it. */
  readonly stamp: Date;
}

/** Whose scores of an assignment are meant. */
export interface GradeFilter {
  readonly tenantId: string;
  readonly assignmentId: string;
  /** Undefined: of all. */
  readonly learnerId?: string | undefined;
  /** Undefined: of all. */
  readonly courseId?: string | undefined;
  readonly states?: readonly GradeState[] | undefined;
}

/** A score as it is listed: with what its link leads to. */
export interface ListedGrade extends StoredGrade {
  readonly assignmentId: string;
  readonly platform: string;
}

/** The scores of launched learners, on their way into gradebooks. */
export interface GradeStore {
  /**
   * Keeps a score and has it sent; the same version again changes nothing. It takes the place of older versions that are not
   * delivered, as a newer one that came before it takes its place. Nothing is kept for a learner or a link that is gone.
   *
   * @param id taken if the version is new
   */
  receive(score: ScoreReleasedPayload, id: string, at: Date): Promise<void>;
  /** The platform that a score goes to; undefined: there is no such score. */
  platformOf(id: string): Promise<string | undefined>;
  /** The oldest score that is to be sent to a platform now. */
  next(platformId: string, now: Date): Promise<StoredGrade | undefined>;
  /** A try begins. False if the score is not as it was read: erased, superseded. */
  begin(grade: StoredGrade, progress: GradeProgress, at: Date): Promise<boolean>;
  /** A try is over; nothing happens if the score was erased meanwhile. @param decide told whether a newer version waits */
  finish(
    id: string,
    at: Date,
    decide: (current: GradeProgress, newer: boolean) => GradeProgress,
  ): Promise<void>;
  /** The column that we found or made for a link; null: none. */
  columnOf(linkId: string): Promise<string | null>;
  keepColumn(linkId: string, url: string | null): Promise<void>;
  /** The newest first, from before an id on. */
  list(of: GradeFilter, limit: number, before: string | undefined): Promise<ListedGrade[]>;
  find(tenantId: string, id: string): Promise<ListedGrade | undefined>;
  /** Has scores sent again that wait for somebody or for their next try. @returns how many */
  sendAgain(
    of:
      | GradeFilter
      | { readonly tenantId: string; readonly id: string; readonly courseId?: string | undefined },
    requestId: string,
    at: Date,
  ): Promise<number>;
  /**
   * Has the scores sent whose time has come, or whose job was lost: one job for each platform.
   *
   * @param lostBefore those that stand as they are since before this moment wait for no job any more
   * @returns how many platforms
   */
  drive(now: Date, lostBefore: Date, requestId: string): Promise<number>;
  /** How many there are of each state, and since when the oldest waits. */
  census(): Promise<readonly { readonly state: GradeState; readonly count: number; readonly since: Date }[]>;
  /** Forgets what was delivered, superseded or given up before. @returns how many */
  purge(before: Date): Promise<number>;
}
export const GRADE_STORE = Symbol('GradeStore');
