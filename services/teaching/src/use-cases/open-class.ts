import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type Class } from '@openrounds/contracts';
import { ADMIN_IS_STAFF, classFor, learnerOf, staffRoleOf, type Standing } from '../model/class-view';
import { CLASS_STORE, type ClassStore, type StoredClass } from '../ports/class-store';

/** A class, and what somebody is in it. */
export interface OpenedClass {
  readonly stored: StoredClass;
  readonly as: Standing;
}

/** Finds a class for somebody who is of it: of its staff, or one of its learners. */
@Injectable()
export class OpenClass {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'find' | 'isMember'>,
    @Inject(ADMIN_IS_STAFF) private readonly adminIsStaff: boolean,
  ) {}

  /** @throws DomainError `not-found`; `forbidden` for a teacher of another class */
  async execute(tenantId: string, classId: string, by: Asker): Promise<OpenedClass> {
    const stored = foundClass(await this.classes.find(tenantId, classId));
    const role = staffRoleOf(stored, by, this.adminIsStaff);
    if (role !== undefined) return { stored, as: role };
    if (await this.classes.isMember(tenantId, classId, learnerOf(by))) return { stored, as: 'member' };
    throw by.role === 'student' ? noSuchClass() : notOfStaff();
  }

  /** @throws DomainError as {@link execute}; `forbidden` for a learner too */
  async forStaff(tenantId: string, classId: string, by: Asker): Promise<OpenedClass> {
    const opened = await this.execute(tenantId, classId, by);
    if (opened.as === 'member') throw notOfStaff();
    return opened;
  }

  /** @throws DomainError as {@link execute} */
  async show(tenantId: string, classId: string, by: Asker): Promise<Class> {
    const { stored, as } = await this.execute(tenantId, classId, by);
    return classFor(stored, as);
  }
}

const noSuchClass = (): DomainError => new DomainError('not-found', 'There is no such class');
export const notOfStaff = (): DomainError =>
  new DomainError('forbidden', 'You are not a teacher of this class');

/** @throws DomainError `not-found` */
export function foundClass(stored: StoredClass | undefined): StoredClass {
  if (stored === undefined) throw noSuchClass();
  return stored;
}
