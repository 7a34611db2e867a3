import { Injectable } from '@nestjs/common';
import { DomainError, type Asker, type CaseBody } from '@openrounds/contracts';
import { requireOwner } from '../../model/decide';
import { OpenCase } from '../open-case';

/** Opens the newest version of a case for who owns it: nobody else drafts with it or asks its patient before it is given to a class. */
@Injectable()
export class OwnCase {
  constructor(private readonly openCase: OpenCase) {}

  /** @throws DomainError `not-found`, `case-erased`, `built-in-case`, `forbidden` */
  async execute(tenantId: string, caseId: string, by: Asker): Promise<CaseBody> {
    const opened = await this.openCase.execute(tenantId, caseId);
    if ('builtIn' in opened) throw new DomainError('built-in-case');
    requireOwner(opened.stored, by);
    return opened.body;
  }
}
