import { type ListLrsPayload, type LrsConnections } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageLrsConnections } from '../use-cases/records/manage-lrs-connections';

/** The systems of a tenant that keep records. */
@Handles('integration-interactive', 'list-lrs.v1')
export class ListLrsResponder {
  constructor(private readonly connections: ManageLrsConnections) {}

  answer(payload: ListLrsPayload): Promise<LrsConnections> {
    return this.connections.list(payload);
  }
}
