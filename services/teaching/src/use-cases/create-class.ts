import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type GivenClass } from '@openrounds/contracts';
import { CLASS_STORE, type ClassStore } from '../ports/class-store';
import { newJoinCode } from '../model/join-code';

/** Makes a class, with a code to join it. Asked twice for one id, it does so once. */
@Injectable()
export class CreateClass {
  constructor(@Inject(CLASS_STORE) private readonly classes: Pick<ClassStore, 'add'>) {}

  async execute(tenantId: string, classId: string, by: Asker, given: GivenClass): Promise<void> {
    const staff = [{ subject: by.subject, role: 'teacher' as const }];
    let outcome: 'stored' | 'code-taken';
    do {
      outcome = await this.classes.add({ tenantId, classId, ...given, staff, joinCode: newJoinCode() });
    } while (outcome === 'code-taken');
  }
}
