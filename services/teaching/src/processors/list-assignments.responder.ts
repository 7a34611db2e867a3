import { type ListAssignmentsPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListAssignments } from '../use-cases/list-assignments';
import { sealAssignmentPage } from './seal-assignment';

/** Lists assignments. */
@Handles('teaching-interactive', 'list-assignments.v1')
export class ListAssignmentsResponder {
  constructor(
    private readonly listAssignments: ListAssignments,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: ListAssignmentsPayload): Promise<SealedPage> {
    return sealAssignmentPage(await this.listAssignments.execute(wanted), wanted.meta, this.sealer);
  }
}
