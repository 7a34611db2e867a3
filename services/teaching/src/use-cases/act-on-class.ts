import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ActOnClassPayload, type Asker } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { requireTeacherLeft } from '../model/class-view';
import { newJoinCode } from '../model/join-code';
import { CLASS_STORE, type ClassChange, type ClassStore, type StoredClass } from '../ports/class-store';
import { foundClass, notOfStaff, OpenClass } from './open-class';

export type ClassAct = ActOnClassPayload['act'];

export interface ClassActWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly classId: string;
  readonly act: ClassAct;
}

/** What a teacher of a class does: says who teaches it, gives it a new code, archives it, takes a learner out. */
@Injectable()
export class ActOnClass {
  constructor(
    @Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'change' | 'removeMember'>,
    private readonly openClass: OpenClass,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`; `forbidden` for an assistant too; `class-archived` where a code is wanted;
   *   `invalid-request` where nobody would be left to teach
   */
  async execute({ tenantId, by, classId, act }: ClassActWanted): Promise<void> {
    const { as } = await this.openClass.forStaff(tenantId, classId, by);
    if (as !== 'teacher') throw notOfStaff();
    if (act.kind === 'remove-member') return this.remove(tenantId, classId, act.learnerId);
    let outcome: StoredClass | 'code-taken' | undefined;
    do {
      outcome = await this.classes.change(tenantId, classId, (stored) => this.decide(stored, act));
    } while (outcome === 'code-taken');
    foundClass(outcome);
  }

  private async remove(tenantId: string, classId: string, learnerId: string): Promise<void> {
    const removed = await this.classes.removeMember(tenantId, classId, learnerId, this.clock.now());
    if (!removed) throw new DomainError('not-found', 'There is no such learner in the class');
  }

  private decide(stored: StoredClass, act: Exclude<ClassAct, { kind: 'remove-member' }>): ClassChange | null {
    switch (act.kind) {
      case 'staff': {
        const { subject, role } = act;
        requireTeacherLeft(stored, act);
        return { staff: { subject, role } };
      }
      case 'new-code':
        if (stored.archivedAt !== null) throw new DomainError('class-archived');
        return { joinCode: newJoinCode() };
      case 'archive':
        return stored.archivedAt === null ? { archivedAt: this.clock.now() } : null;
    }
  }
}
