import { type AttemptSteppedPayload, type ScoreReleasedPayload } from '@openrounds/contracts';
import { type AssignmentRef, type StoredAssignment } from './assignment-store';
import { type StoredAttempt, type StoredStep } from './stored-attempt';

/** A learner's attempts at an assignment by one link, in the order in which they were begun. */
export type Attempts = readonly StoredAttempt[];

/** What a step changes. */
export interface StepTaken extends StoredStep {
  readonly finishedAt: Date | null;
  /** To be told by the same transaction. */
  readonly score: ScoreReleasedPayload | null;
  readonly told: AttemptSteppedPayload | null;
}

/** How a learner is called. */
export interface Who {
  readonly pseudonym: string;
  readonly name: string | null;
}

/** The attempts of one learner by one link, with who it is. */
export interface AttemptsOfLearner {
  readonly learnerId: string;
  readonly pseudonym: string;
  readonly name: string | null;
  /** Whether the staff may see their practice. */
  readonly agrees: boolean;
  readonly attempts: Attempts;
}

/** Attempts. What learners wrote rests sealed; every call names the tenant. */
export interface AttemptStore {
  /**
   * Begins an attempt while the learner begins no other.
   *
   * @param linkId left out: that of the newest attempt before, else none
   * @param decide is given the learner's attempts by that link; says which goes on, or when a new one begins
   */
  begin(
    ref: AssignmentRef,
    learner: { readonly learnerId: string; readonly linkId?: string },
    decide: (
      assignment: StoredAssignment,
      before: Attempts,
    ) => StoredAttempt | { readonly attemptId: string; readonly at: Date },
  ): Promise<StoredAttempt | 'erased' | undefined>;
  find(tenantId: string, attemptId: string): Promise<StoredAttempt | undefined>;
  /**
   * Adds a step while nobody else changes the attempt or releases the assignment. Null changes nothing.
   *
   * @param decide is given all attempts of the learner by the same link
   */
  take(
    tenantId: string,
    attemptId: string,
    decide: (attempt: StoredAttempt, assignment: StoredAssignment, all: Attempts) => StepTaken | null,
  ): Promise<StoredAttempt | undefined>;
  /** Newest first, older than the attempt `before`. */
  ofLearner(
    tenantId: string,
    learnerId: string,
    wanted: {
      readonly limit: number;
      readonly before?: string | undefined;
      readonly assignmentId?: string | undefined;
    },
  ): Promise<readonly StoredAttempt[]>;
  /** Those of a learner at an assignment by one link, in the order in which they were begun. */
  byLink(
    ref: AssignmentRef,
    learner: { readonly learnerId: string; readonly linkId: string | null },
  ): Promise<Attempts>;
  /** Those of the learner that are not finished, at one case, with their assignments. */
  unfinishedAt(
    tenantId: string,
    learnerId: string,
    caseId: string,
  ): Promise<readonly { readonly attempt: StoredAttempt; readonly assignment: StoredAssignment }[]>;
  /** Who took an assignment, by their first attempts, after the attempt `after`. */
  ofAssignment(
    ref: AssignmentRef,
    wanted: {
      readonly limit: number;
      readonly after?: string | undefined;
      readonly agreeing: boolean;
      readonly courseId?: string | undefined;
    },
  ): Promise<readonly AttemptsOfLearner[]>;
  /** How many took an assignment and do not agree to have their practice seen. */
  disagreeing(ref: AssignmentRef, courseId: string | undefined): Promise<number>;
  /** Whether a learner lets the staff see their practice. */
  agrees(tenantId: string, learnerId: string): Promise<boolean>;
  /** Who somebody is to their teachers. */
  whoIs(tenantId: string, learnerId: string): Promise<Who | undefined>;
}
export const ATTEMPT_STORE = Symbol('AttemptStore');
