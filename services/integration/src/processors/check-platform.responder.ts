import { type CheckPlatformPayload, type LtiCheck } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { CheckPlatform } from '../use-cases/check-platform';

/** Asks a platform for its keys and a token. */
@Handles('integration-interactive', 'check-platform.v1')
export class CheckPlatformResponder {
  constructor(private readonly check: CheckPlatform) {}

  answer(payload: CheckPlatformPayload): Promise<LtiCheck> {
    return this.check.execute(payload);
  }
}
