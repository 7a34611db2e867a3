import { DomainError, guestSubject, type Asker, type Class, type StaffRole } from '@openrounds/contracts';
import { type StoredClass } from '../ports/class-store';
import { type LearnerRef } from '../ports/learner-store';

/** Whether administrators are staff of every class: where there is nobody else. */
export const ADMIN_IS_STAFF = Symbol('AdminIsStaff');

/** What somebody is in a class. */
export type Standing = Class['as'];

export const learnerOf = ({ subject, learnerId }: Asker): LearnerRef =>
  learnerId === undefined ? { subject } : { learnerId };

/** By what a learner is known outside the tables of learners: in rooms, and in the gateway. */
export const subjectOf = (learner: { readonly subject: string | null; readonly learnerId: string }): string =>
  learner.subject ?? guestSubject(learner.learnerId);

/** What somebody is among the staff; undefined for everybody else. */
export function staffRoleOf(
  { staff }: Pick<StoredClass, 'staff'>,
  { subject, role }: Asker,
  adminIsStaff: boolean,
): StaffRole | undefined {
  if (adminIsStaff && role === 'admin') return 'teacher';
  return staff.find((each) => each.subject === subject)?.role;
}

/** A class as somebody may see it: who is in it and how it is joined is for its staff. */
export function classFor(stored: StoredClass, as: Standing): Class {
  const { classId: id, name, language, practiceUnreviewed, archivedAt, joinCode, members, staff } = stored;
  const told = { id, name, language, practiceUnreviewed, archivedAt: archivedAt?.toISOString() ?? null, as };
  return as === 'member'
    ? { ...told, joinCode: null, members: null, staff: null }
    : { ...told, joinCode, members, staff: [...staff] };
}

/**
 * What comes of a change of the staff.
 *
 * @throws DomainError `invalid-request` where nobody would be left who can change the class
 */
export function requireTeacherLeft(
  { staff }: StoredClass,
  { subject, role }: { readonly subject: string; readonly role: StaffRole | 'none' },
): void {
  const others = staff.filter((each) => each.subject !== subject && each.role === 'teacher');
  const isOne = staff.some((each) => each.subject === subject && each.role === 'teacher');
  if (role === 'teacher' || others.length > 0 || !isOne) return;
  throw new DomainError('invalid-request', 'A class needs a teacher', [
    { pointer: '/role', code: 'last-teacher', message: 'somebody else must be a teacher of the class first' },
  ]);
}
