import { type ListClassesPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListClasses } from '../use-cases/list-classes';
import { sealPeoplePage } from './seal-people';

/** Lists classes. */
@Handles('teaching-interactive', 'list-classes.v1')
export class ListClassesResponder {
  constructor(
    private readonly listClasses: ListClasses,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, ...wanted }: ListClassesPayload): Promise<SealedPage> {
    const page = await this.listClasses.execute({ tenantId: meta.tenantId, ...wanted });
    return sealPeoplePage(page, meta, this.sealer);
  }
}
