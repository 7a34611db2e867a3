import { GivenLogin, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { BeginLaunch } from '../use-cases/launch/begin-launch';
import { openGiven, sealTold } from './sealed-launch';

/** Begins a launch. */
@Handles('integration-interactive', 'begin-launch.v1')
export class BeginLaunchResponder {
  constructor(
    private readonly begin: BeginLaunch,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenLogin);
    return sealTold(await this.begin.execute(given, payload.meta.requestId), payload, this.sealer);
  }
}
