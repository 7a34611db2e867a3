import { type RemoveLrsPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageLrsConnections } from '../use-cases/records/manage-lrs-connections';

/** Forgets a system that keeps records. */
@Handles('integration-interactive', 'remove-lrs.v1')
export class RemoveLrsResponder {
  constructor(private readonly connections: ManageLrsConnections) {}

  async answer(payload: RemoveLrsPayload): Promise<null> {
    await this.connections.remove(payload);
    return null;
  }
}
