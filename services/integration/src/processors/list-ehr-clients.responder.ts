import { type ListEhrClientsPayload, type EhrClients } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageEhrClients } from '../use-cases/manage-ehr-clients';

/** The training EHRs of a tenant. */
@Handles('integration-interactive', 'list-ehr-clients.v1')
export class ListEhrClientsResponder {
  constructor(private readonly clients: ManageEhrClients) {}

  answer(payload: ListEhrClientsPayload): Promise<EhrClients> {
    return this.clients.list(payload);
  }
}
