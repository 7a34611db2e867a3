import { type ListTeachingCasesPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListCases } from '../use-cases/list-cases';
import { sealPage } from './seal-case';

/** Lists teachers' cases. */
@Handles('teaching-interactive', 'list-teaching-cases.v1')
export class ListTeachingCasesResponder {
  constructor(
    private readonly listCases: ListCases,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, ...wanted }: ListTeachingCasesPayload): Promise<SealedPage> {
    const page = await this.listCases.execute({ tenantId: meta.tenantId, ...wanted });
    return sealPage(page, meta, this.sealer);
  }
}
