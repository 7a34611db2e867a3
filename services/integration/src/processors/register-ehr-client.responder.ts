import {
  GivenEhrSecret,
  SEAL_PLACES,
  type EhrClient,
  type RegisterEhrClientPayload,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ManageEhrClients } from '../use-cases/manage-ehr-clients';

/** Keeps a training EHR, or what is new of it. */
@Handles('integration-interactive', 'register-ehr-client.v1')
export class RegisterEhrClientResponder {
  constructor(
    private readonly clients: ManageEhrClients,
    private readonly sealer: Sealer,
  ) {}

  answer({ secret, ...payload }: RegisterEhrClientPayload): Promise<EhrClient> {
    const { tenantId, requestId } = payload.meta;
    const place = SEAL_PLACES.givenLaunch(tenantId, requestId);
    const given = secret === undefined ? undefined : this.sealer.open(secret, place, GivenEhrSecret);
    return this.clients.register(payload, given);
  }
}
