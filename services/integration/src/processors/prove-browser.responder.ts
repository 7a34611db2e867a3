import { GivenProof, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ProveBrowser } from '../use-cases/launch/prove-browser';
import { openGiven, sealTold } from './sealed-launch';

/** Takes what proves a browser. */
@Handles('integration-interactive', 'prove-browser.v1')
export class ProveBrowserResponder {
  constructor(
    private readonly prove: ProveBrowser,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenProof);
    return sealTold(await this.prove.execute(given, payload.meta.requestId), payload, this.sealer);
  }
}
