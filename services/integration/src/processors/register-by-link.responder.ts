import { GivenRegistration, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { RegisterByLink } from '../use-cases/register-by-link';
import { openGiven, sealTold } from './sealed-launch';

/** Shows or registers a platform. */
@Handles('integration-interactive', 'register-by-link.v1')
export class RegisterByLinkResponder {
  constructor(
    private readonly register: RegisterByLink,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenRegistration);
    return sealTold(await this.register.execute(given, payload.meta.requestId), payload, this.sealer);
  }
}
