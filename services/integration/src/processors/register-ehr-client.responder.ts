import { type RegisterEhrClientPayload, type EhrClient } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageEhrClients } from '../use-cases/manage-ehr-clients';

/** Keeps a training EHR, or what is new of it. */
@Handles('integration-interactive', 'register-ehr-client.v1')
export class RegisterEhrClientResponder {
  constructor(private readonly clients: ManageEhrClients) {}

  answer(payload: RegisterEhrClientPayload): Promise<EhrClient> {
    return this.clients.register(payload);
  }
}
