import {
  type AppendErasurePayload,
  type ConsentInput,
  type ConsentPurpose,
  type Language,
} from '@openrounds/contracts';
import { type PurgedRows } from './purged-rows';

/** Who is meant: an account, or the learner whom the token of a class names. */
export type LearnerRef = { readonly subject: string } | { readonly learnerId: string };

/** A decision about a purpose. */
export interface Decision {
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly textVersion: number;
  readonly at: Date;
}

export interface StoredLearner {
  readonly tenantId: string;
  readonly learnerId: string;
  /** The account; null without one. */
  readonly subject: string | null;
  readonly pseudonym: string;
  readonly name: string | null;
  /** SHA-256 of the code that brings the learner back; null for an account. */
  readonly resumeHash: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** The newest decision about each purpose of which there is one. */
  readonly decisions: readonly Decision[];
}

/** Somebody who joins a class. */
export interface Joining {
  readonly tenantId: string;
  readonly classId: string;
  /** Of the class: one that was changed, or whose class is archived, is good no longer. */
  readonly code: string;
  /** Who it is, where that is known. */
  readonly known: LearnerRef | null;
  /** Of a guest. */
  readonly joinKeyHash: string;
  readonly resumeHash: string;
  /** Whether the guest comes back by the code of `resumeHash`. */
  readonly resumes: boolean;
  readonly name: string | null;
  readonly consents: readonly ConsentInput[];
  readonly at: Date;
  /** What a learner is given who is new. */
  readonly fresh: { readonly learnerId: string; readonly pseudonym: string };
  /** Most learners of a class. */
  readonly most: number;
}

export interface Membership {
  readonly classId: string;
  /** Null where its seal is broken. */
  readonly className: string | null;
  readonly language: Language;
  readonly team: number | null;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

/** Learners, what they agreed to and which classes they are in. Names rest sealed; every call names the tenant. */
export interface LearnerStore {
  /**
   * Lets somebody into a class and keeps what was decided. The same request again, or of somebody who is in it, adds nothing.
   * An account that was erased begins anew. `not-found`: the code is not that of the class, or nobody in it has the resume code.
   */
  join(given: Joining): Promise<StoredLearner | 'not-found' | 'class-full' | 'erased'>;
  /** Counts as seen now, unless that is null. `erased` also of an id that is not there: it came from a token that we signed. */
  find(
    tenantId: string,
    learner: LearnerRef,
    now: Date | null,
  ): Promise<StoredLearner | 'erased' | undefined>;
  /** Adds decisions; one that says what holds already adds nothing. */
  decide(
    tenantId: string,
    learner: LearnerRef,
    given: readonly ConsentInput[],
    at: Date,
  ): Promise<StoredLearner | 'erased' | undefined>;
  /** All decisions, the oldest first, after `after`. No two of a learner are of the same moment. */
  decisions(
    tenantId: string,
    learnerId: string,
    after: Date | null,
    limit: number,
  ): Promise<readonly Decision[]>;
  /** Classes that the learner is or was in, by id, after `after`. */
  memberships(
    tenantId: string,
    learnerId: string,
    after: string | null,
    limit: number,
  ): Promise<readonly Membership[]>;
  /**
   * Deletes all rows that name a learner, tells the gateway to do the same, and the log that it was done, when its record
   * says.
   */
  erase(learner: LearnerRef, record: AppendErasurePayload): Promise<'erased' | undefined>;
  /** Whether there was a learner of this id who was erased, as far as erasures are remembered. */
  wasErased(tenantId: string, learnerId: string): Promise<boolean>;
  /**
   * Deletes learners who were not seen since, and the memory of erasures before.
   *
   * @param recordOf what the log is told of each learner who is deleted
   */
  purge(
    before: { readonly seen: Date; readonly erased: Date },
    recordOf: (tenantId: string, learnerId: string) => AppendErasurePayload,
  ): Promise<PurgedRows>;
}
export const LEARNER_STORE = Symbol('LearnerStore');
