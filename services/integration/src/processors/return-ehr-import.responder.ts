import { GivenEhrReturn, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReturnFromEhr } from '../use-cases/smart/return-from-ehr';
import { openGiven, sealTold } from './sealed-launch';

/** Takes what an EHR granted. */
@Handles('integration-interactive', 'return-ehr-import.v1')
export class ReturnEhrImportResponder {
  constructor(
    private readonly useCase: ReturnFromEhr,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenEhrReturn);
    const told = await this.useCase.execute(given, payload.meta.requestId);
    faultPoint('integration:return-ehr-import');
    return sealTold(told, payload, this.sealer);
  }
}
