import { type RegisterLrsPayload, type LrsConnection } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageLrsConnections } from '../use-cases/records/manage-lrs-connections';

/** Keeps a system that keeps records, or what is new of it. */
@Handles('integration-interactive', 'register-lrs.v1')
export class RegisterLrsResponder {
  constructor(private readonly connections: ManageLrsConnections) {}

  answer(payload: RegisterLrsPayload): Promise<LrsConnection> {
    return this.connections.register(payload);
  }
}
