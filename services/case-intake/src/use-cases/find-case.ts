import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { CASE_STORE, type CaseStore, type CaseVersion } from '../ports/case-store';

/** Finds a case of a tenant. */
@Injectable()
export class FindCase {
  constructor(@Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'find'>) {}

  /**
   * @param version the version asked for; without it the newest
   * @throws DomainError `not-found`
   */
  async execute(tenantId: string, caseId: string, version?: number): Promise<CaseVersion> {
    const found = await this.cases.find(tenantId, caseId, version);
    if (found === undefined) throw new DomainError('not-found', 'There is no such case');
    return found;
  }
}
