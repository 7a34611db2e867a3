import { type ListCasesPayload, type SealedCases } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListCases } from '../use-cases/list-cases';
import { sealCase } from './seal-case';

/** Lists the newest versions of a tenant's cases. */
@Handles('case-intake-interactive', 'list-cases.v1')
export class ListCasesResponder {
  constructor(
    private readonly listCases: ListCases,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, limit, before }: ListCasesPayload): Promise<SealedCases> {
    const { items, more } = await this.listCases.execute(meta.tenantId, limit, before);
    return {
      items: items.flatMap(({ newest }) => (newest === undefined ? [] : sealCase(newest, this.sealer))),
      unreadable: items.flatMap(({ caseId, newest }) => (newest === undefined ? caseId : [])),
      more,
    };
  }
}
