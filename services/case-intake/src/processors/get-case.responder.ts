import { Inject } from '@nestjs/common';
import { DomainError, type GetCasePayload, type SealedCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { sealCase } from './seal-case';

/** Reads a case, in the version asked for or in its newest. */
@Handles('case-intake-interactive', 'get-case.v1')
export class GetCaseResponder {
  constructor(
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, caseId, version }: GetCasePayload): Promise<SealedCase> {
    const found = await this.cases.find(meta.tenantId, caseId, version);
    if (found === undefined) throw new DomainError('not-found', 'There is no such case');
    return sealCase(found, this.sealer);
  }
}
