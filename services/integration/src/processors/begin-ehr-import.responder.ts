import { GivenEhrImport, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { BeginEhrImport } from '../use-cases/smart/begin-ehr-import';
import { openGiven, sealTold } from './sealed-launch';

/** Begins to bring a training patient. */
@Handles('integration-interactive', 'begin-ehr-import.v1')
export class BeginEhrImportResponder {
  constructor(
    private readonly useCase: BeginEhrImport,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenEhrImport);
    return sealTold(await this.useCase.execute(payload.meta, given), payload, this.sealer);
  }
}
