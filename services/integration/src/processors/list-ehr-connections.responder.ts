import { type ListEhrConnectionsPayload, type EhrConnections } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { FollowEhrImports } from '../use-cases/smart/follow-ehr-imports';

/** Lists the training EHRs that patients may be brought from. */
@Handles('integration-interactive', 'list-ehr-connections.v1')
export class ListEhrConnectionsResponder {
  constructor(private readonly imports: FollowEhrImports) {}

  answer(payload: ListEhrConnectionsPayload): Promise<EhrConnections> {
    return this.imports.connections(payload);
  }
}
