import { GivenPrefetch, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReadPrefetch } from '../use-cases/smart/read-prefetch';
import { openGiven, sealTold } from './sealed-launch';

/** Reads what a call by CDS Hooks did not bring. */
@Handles('integration-interactive', 'read-prefetch.v1')
export class ReadPrefetchResponder {
  constructor(
    private readonly useCase: ReadPrefetch,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenPrefetch);
    return sealTold(await this.useCase.execute(payload.meta, given), payload, this.sealer);
  }
}
