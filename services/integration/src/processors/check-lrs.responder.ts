import { type CheckLrsPayload, type LrsCheck } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageLrsConnections } from '../use-cases/records/manage-lrs-connections';

/** Asks a record store what it speaks. */
@Handles('integration-interactive', 'check-lrs.v1')
export class CheckLrsResponder {
  constructor(private readonly connections: ManageLrsConnections) {}

  answer(payload: CheckLrsPayload): Promise<LrsCheck> {
    return this.connections.check(payload);
  }
}
