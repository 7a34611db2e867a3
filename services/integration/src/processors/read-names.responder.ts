import { GivenNamesRequest, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReadNames } from '../use-cases/read-names';
import { openGiven, sealTold } from './sealed-launch';

/** Reads the names of a course: they cross sealed. */
@Handles('integration-interactive', 'read-names.v1')
export class ReadNamesResponder {
  constructor(
    private readonly readNames: ReadNames,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenNamesRequest);
    return sealTold(await this.readNames.execute(payload.meta.tenantId, given), payload, this.sealer);
  }
}
