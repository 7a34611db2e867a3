import { type RemoveEhrClientPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageEhrClients } from '../use-cases/manage-ehr-clients';

/** Forgets a training EHR. */
@Handles('integration-interactive', 'remove-ehr-client.v1')
export class RemoveEhrClientResponder {
  constructor(private readonly clients: ManageEhrClients) {}

  async answer(payload: RemoveEhrClientPayload): Promise<null> {
    await this.clients.remove(payload);
    return null;
  }
}
