import { type RegisterPlatformPayload, type LtiRegistration } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ManagePlatforms } from '../use-cases/manage-platforms';

/** Keeps a platform, or what is new of it. */
@Handles('integration-interactive', 'register-platform.v1')
export class RegisterPlatformResponder {
  constructor(private readonly platforms: ManagePlatforms) {}

  async answer(payload: RegisterPlatformPayload): Promise<LtiRegistration> {
    const kept = await this.platforms.register(payload);
    faultPoint('integration:register-platform');
    return kept;
  }
}
