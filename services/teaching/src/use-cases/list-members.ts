import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type ClassMember } from '@openrounds/contracts';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { type Paged } from './list-cases';
import { OpenClass } from './open-class';

export interface MembersWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly classId: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Lists the learners of a class, for its staff. */
@Injectable()
export class ListMembers {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'members'>,
    private readonly openClass: OpenClass,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute({ tenantId, by, classId, limit, after }: MembersWanted): Promise<Paged<ClassMember>> {
    await this.openClass.forStaff(tenantId, classId, by);
    const listed = await this.classes.members(tenantId, classId, { limit: limit + 1, after });
    const items = listed
      .slice(0, limit)
      .map(({ joinedAt, ...member }) => ({ ...member, joinedAt: joinedAt.toISOString() }));
    return { items, more: listed.length > limit };
  }
}
