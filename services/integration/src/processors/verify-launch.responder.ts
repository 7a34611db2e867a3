import { GivenToken, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { VerifyLaunch } from '../use-cases/launch/verify-launch';
import { openGiven, sealTold } from './sealed-launch';

/** Takes the token of a launch. */
@Handles('integration-interactive', 'verify-launch.v1')
export class VerifyLaunchResponder {
  constructor(
    private readonly verify: VerifyLaunch,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenToken);
    const told = await this.verify.execute(given, payload.meta.requestId);
    faultPoint('integration:verify-launch');
    return sealTold(told, payload, this.sealer);
  }
}
