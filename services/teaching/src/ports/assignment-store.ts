import {
  type AppendErasurePayload,
  type AppendRecordPayload,
  type AssignmentMode,
  type CaseBody,
  type JobMeta,
  type ScoreReleasedPayload,
  type Scoring,
  type TutorMode,
  type Versions,
} from '@openrounds/contracts';
import { type CaseKey } from '@openrounds/learning';
import { type SeenFrom } from './course-links';
import { type ForecastRequest } from './forecast-store';
import { type PurgedRows } from './purged-rows';
import { type StoredAttempt } from './stored-attempt';

export interface AssignmentRef {
  readonly tenantId: string;
  readonly assignmentId: string;
}

export interface StoredAssignment extends AssignmentRef {
  readonly owner: string;
  /** Null where learners come by links alone. */
  readonly classId: string | null;
  readonly caseId: string;
  readonly caseVersion: number;
  readonly contentHash: string;
  readonly versions: Versions;
  readonly mode: AssignmentMode;
  readonly stages: number;
  /** Null for as many as one likes. */
  readonly attempts: number | null;
  readonly scored: Scoring;
  /** What learners may ask with their feedback. */
  readonly tutor: TutorMode;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly releasedAt: Date | null;
  readonly createdAt: Date;
  /** Null once the case was erased. */
  readonly title: CaseBody['title'] | null;
  /** By which lists are scored. */
  readonly key: CaseKey;
}

export interface NewAssignment extends Omit<StoredAssignment, 'title' | 'key' | 'releasedAt'> {
  readonly body: CaseBody;
  readonly forecasts: readonly ForecastRequest[];
}

/** Whose assignments are wanted. `theirs`: of their classes, or those at which they have an attempt. */
export type AssignmentsOf =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'led';
      readonly owner: string;
      readonly classIds: readonly string[];
      readonly course?: SeenFrom;
    }
  | { readonly kind: 'theirs'; readonly learnerId: string; readonly classIds: readonly string[] };

/** How an assignment was taken. */
export interface Taken {
  readonly learners: number;
  readonly attempts: number;
  readonly finished: number;
}

/** An assignment that is deleted, and how many attempts at it go too. */
export interface TakenAway extends AssignmentRef {
  readonly attempts: number;
}

/** What the log is told of an assignment that is deleted. */
export type RecordOfAssignment = (gone: TakenAway) => AppendErasurePayload;

/** What a release tells: scores to who launched learners, and that it was one to the log. */
export interface ToldRelease {
  readonly scores: readonly ScoreReleasedPayload[];
  readonly record: AppendRecordPayload;
}

/** Assignments. Cases and titles rest sealed; every call names the tenant. */
export interface AssignmentStore {
  /** Stores an assignment and asks for its forecasts; does nothing where it stands already. */
  add(given: NewAssignment): Promise<void>;
  find(ref: AssignmentRef): Promise<StoredAssignment | undefined>;
  /** The case as the assignment began with it; undefined once it was erased. */
  readCase(ref: AssignmentRef): Promise<CaseBody | undefined>;
  /** Newest first, older than the assignment `before`. */
  list(
    tenantId: string,
    wanted: {
      readonly of: AssignmentsOf;
      readonly limit: number;
      readonly before?: string | undefined;
      readonly classId?: string | undefined;
    },
  ): Promise<readonly StoredAssignment[]>;
  /** @param courseId counts only who came from this course */
  taken(
    tenantId: string,
    assignmentIds: readonly string[],
    courseId: string | undefined,
  ): Promise<ReadonlyMap<string, Taken>>;
  /**
   * Releases an assignment while no step can be taken. What `tell` makes of its attempts is sent, and frozen in the log, by the
   * same transaction. One that was released stays as it is.
   */
  release(
    ref: AssignmentRef,
    at: Date,
    tell: (released: StoredAssignment, attempts: readonly StoredAttempt[]) => ToldRelease,
  ): Promise<StoredAssignment | undefined>;
  /**
   * Deletes an assignment with all attempts, and has forgotten what was asked about them; false where there is none.
   *
   * @param recordOf what the log is told, by the same transaction
   */
  remove(meta: JobMeta, assignmentId: string, recordOf: RecordOfAssignment): Promise<boolean>;
  /** Takes an erased case out of assignments that are over; none is touched where one is not. */
  releaseCase(tenantId: string, caseId: string, now: Date): Promise<'released' | 'in-assignment'>;
  /**
   * Forgets words of lists committed before `texts`, and deletes assignments of no class that were made, and closed, before
   * `linked`, with their attempts.
   *
   * @param recordOf what the log is told of each assignment that is deleted
   */
  purge(
    before: { readonly texts: Date; readonly linked: Date },
    recordOf: RecordOfAssignment,
  ): Promise<PurgedRows>;
}
export const ASSIGNMENT_STORE = Symbol('AssignmentStore');
