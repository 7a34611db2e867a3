import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type Class } from '@openrounds/contracts';
import { ADMIN_IS_STAFF, classFor, learnerOf, staffRoleOf } from '../model/class-view';
import { CLASS_STORE, type ClassesOf, type ClassStore } from '../ports/class-store';
import { type Paged } from './list-cases';

export interface ClassesWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly limit: number;
  readonly before?: string | undefined;
}

/** Lists classes, the newest first: those that a student is in, or those that somebody else teaches. */
@Injectable()
export class ListClasses {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'list'>,
    @Inject(ADMIN_IS_STAFF) private readonly adminIsStaff: boolean,
  ) {}

  async execute({ tenantId, by, limit, before }: ClassesWanted): Promise<Paged<Class>> {
    const listed = await this.classes.list(tenantId, { of: this.theirs(by), limit: limit + 1, before });
    const items = listed
      .slice(0, limit)
      .map((each) => classFor(each, staffRoleOf(each, by, this.adminIsStaff) ?? 'member'));
    return { items, more: listed.length > limit };
  }

  private theirs(by: Asker): ClassesOf {
    if (by.role === 'student') return { kind: 'learner', learner: learnerOf(by) };
    if (by.role === 'admin' && this.adminIsStaff) return { kind: 'all' };
    return { kind: 'staff', subject: by.subject };
  }
}
