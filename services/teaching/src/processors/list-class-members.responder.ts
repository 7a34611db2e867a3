import { type ListMembersPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListMembers } from '../use-cases/list-members';
import { sealPeoplePage } from './seal-people';

/** Lists the learners of a class. */
@Handles('teaching-interactive', 'list-class-members.v1')
export class ListClassMembersResponder {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, ...wanted }: ListMembersPayload): Promise<SealedPage> {
    const page = await this.listMembers.execute({ tenantId: meta.tenantId, ...wanted });
    return sealPeoplePage(page, meta, this.sealer);
  }
}
