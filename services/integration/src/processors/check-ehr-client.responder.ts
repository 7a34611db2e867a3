import { type CheckEhrClientPayload, type EhrCheck } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageEhrClients } from '../use-cases/manage-ehr-clients';

/** Asks a training EHR for its keys and what its FHIR server is. */
@Handles('integration-interactive', 'check-ehr-client.v1')
export class CheckEhrClientResponder {
  constructor(private readonly clients: ManageEhrClients) {}

  answer(payload: CheckEhrClientPayload): Promise<EhrCheck> {
    return this.clients.check(payload);
  }
}
