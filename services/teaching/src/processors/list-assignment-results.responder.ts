import { type AssignmentResultsPage, type ListAssignmentResultsPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ListResults } from '../use-cases/list-results';
import { sealAssignment } from './seal-assignment';

/** Tells who took an assignment. */
@Handles('teaching-interactive', 'list-assignment-results.v1')
export class ListAssignmentResultsResponder {
  constructor(
    private readonly listResults: ListResults,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: ListAssignmentResultsPayload): Promise<AssignmentResultsPage> {
    const { items, next, withheld } = await this.listResults.execute(wanted);
    const page = { ...sealAssignment(items, wanted.meta, this.sealer), withheld };
    return next === undefined ? page : { ...page, next };
  }
}
