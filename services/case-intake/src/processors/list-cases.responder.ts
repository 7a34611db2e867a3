import { Inject } from '@nestjs/common';
import { type ListCasesPayload, type SealedCases } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { sealCase } from './seal-case';

/** Lists the newest versions of a tenant's cases. */
@Handles('case-intake-interactive', 'list-cases.v1')
export class ListCasesResponder {
  constructor(
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, limit, before }: ListCasesPayload): Promise<SealedCases> {
    const found = await this.cases.list(meta.tenantId, limit + 1, before);
    return {
      items: found.slice(0, limit).map((each) => sealCase(each, this.sealer)),
      more: found.length > limit,
    };
  }
}
