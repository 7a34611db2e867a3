import { type Language, type StaffRole } from '@openrounds/contracts';
import { type RecordOfAssignment } from './assignment-store';
import { type LearnerRef } from './learner-store';
import { type PurgedRows } from './purged-rows';

export interface StaffMember {
  readonly subject: string;
  readonly role: StaffRole;
}

export interface StoredClass {
  readonly tenantId: string;
  readonly classId: string;
  readonly name: string;
  readonly language: Language;
  readonly practiceUnreviewed: boolean;
  /** Null once the class is archived. */
  readonly joinCode: string | null;
  readonly archivedAt: Date | null;
  /** In the order of their subjects. */
  readonly staff: readonly StaffMember[];
  /** How many learners are in it. */
  readonly members: number;
}

export type NewClass = Omit<StoredClass, 'joinCode' | 'archivedAt' | 'members'> & {
  readonly joinCode: string;
};

/** What a decision changes of a class; what is left out stays. */
export interface ClassChange {
  readonly joinCode?: string;
  /** Ends the code, too. */
  readonly archivedAt?: Date;
  /** Somebody who comes, changes, or goes. */
  readonly staff?: { readonly subject: string; readonly role: StaffRole | 'none' };
}

export interface StoredMember {
  readonly learnerId: string;
  readonly pseudonym: string;
  readonly name: string | null;
  readonly team: number | null;
  readonly joinedAt: Date;
}

/** Whose classes are wanted: of somebody of the staff, of a learner, or all of the tenant. */
export type ClassesOf =
  | { readonly kind: 'staff'; readonly subject: string }
  | { readonly kind: 'learner'; readonly learner: LearnerRef }
  | { readonly kind: 'all' };

/** Classes, who teaches them, and who is in them. Names rest sealed. */
export interface ClassStore {
  /** Stores a class; does nothing where it stands already. */
  add(given: NewClass): Promise<'stored' | 'code-taken'>;
  find(tenantId: string, classId: string): Promise<StoredClass | undefined>;
  /** An open class by its code, whosever it is. */
  findByCode(code: string): Promise<{ readonly tenantId: string; readonly classId: string } | undefined>;
  /** Newest first, older than the class `before`; those whose seal is broken are left out. */
  list(
    tenantId: string,
    wanted: {
      readonly of: ClassesOf;
      readonly limit: number;
      readonly before?: string | undefined;
    },
  ): Promise<readonly StoredClass[]>;
  /**
   * Changes a class while nobody else can: what `decide` sees holds until its change is stored. Null changes nothing; what
   * it throws is thrown.
   */
  change(
    tenantId: string,
    classId: string,
    decide: (stored: StoredClass) => ClassChange | null,
  ): Promise<StoredClass | 'code-taken' | undefined>;
  /** Subjects of the staff of a class; none where it is gone. */
  staffOf(tenantId: string, classId: string): Promise<readonly string[]>;
  /** The classes of whose staff somebody is. */
  taughtBy(tenantId: string, subject: string): Promise<readonly string[]>;
  isMember(tenantId: string, classId: string, learner: LearnerRef): Promise<boolean>;
  /** Who is in a class now, by id, after `after`. */
  members(
    tenantId: string,
    classId: string,
    wanted: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<readonly StoredMember[]>;
  /** Takes somebody out of a class. False if the learner is not in it. */
  removeMember(tenantId: string, classId: string, learnerId: string, at: Date): Promise<boolean>;
  /**
   * Deletes classes that were archived before, with their staff, memberships and assignments.
   *
   * @param recordOf what the log is told of each assignment that is deleted
   */
  purge(archivedBefore: Date, recordOf: RecordOfAssignment): Promise<PurgedRows>;
}
export const CLASS_STORE = Symbol('ClassStore');
