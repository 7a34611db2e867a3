import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker } from '@openrounds/contracts';
import { requireOwner } from '../model/decide';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { found } from './found';

/** Removes a teacher's own case with its versions, reviews and forecasts; rooms that have ended lose its text. */
@Injectable()
export class DeleteCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'find' | 'erase'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'releaseCase'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`, `forbidden`, `built-in-case`, `case-in-room` */
  async execute(tenantId: string, caseId: string, by: Asker): Promise<void> {
    if ((await this.libraries.current()).builtIn.has(caseId)) throw new DomainError('built-in-case');
    requireOwner(found(await this.cases.find(tenantId, caseId)), by);
    if ((await this.rooms.releaseCase(tenantId, caseId)) === 'in-room') throw new DomainError('case-in-room');
    await this.cases.erase(tenantId, caseId);
  }
}
