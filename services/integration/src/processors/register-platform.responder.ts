import { type RegisterPlatformPayload, type LtiRegistration } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManagePlatforms } from '../use-cases/manage-platforms';

/** Keeps a platform, or what is new of it. */
@Handles('integration-interactive', 'register-platform.v1')
export class RegisterPlatformResponder {
  constructor(private readonly platforms: ManagePlatforms) {}

  answer(payload: RegisterPlatformPayload): Promise<LtiRegistration> {
    return this.platforms.register(payload);
  }
}
