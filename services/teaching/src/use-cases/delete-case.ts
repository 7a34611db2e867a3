import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { requireOwner } from '../model/decide';
import { caseErased } from '../model/erasure-records';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { found } from './found';

/** Removes a teacher's own case with its versions, reviews and forecasts; rooms and assignments that are over lose its text. */
@Injectable()
export class DeleteCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'find' | 'erase'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'releaseCase'>,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'releaseCase'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`, `forbidden`, `built-in-case`, `case-in-room`, `case-in-assignment` */
  async execute(meta: JobMeta, caseId: string, by: Asker): Promise<void> {
    const { tenantId } = meta;
    if ((await this.libraries.current()).builtIn.has(caseId)) throw new DomainError('built-in-case');
    const stored = found(await this.cases.find(tenantId, caseId));
    requireOwner(stored, by);
    if ((await this.rooms.releaseCase(tenantId, caseId)) === 'in-room') throw new DomainError('case-in-room');
    if ((await this.assignments.releaseCase(tenantId, caseId, this.clock.now())) === 'in-assignment')
      throw new DomainError('case-in-assignment');
    await this.cases.erase(tenantId, caseId, caseErased(meta, stored, by, this.clock.now()));
  }
}
