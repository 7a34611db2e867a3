import { type AddCosignaturePayload, type Cosignature } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { AddCosignature } from '../use-cases/add-cosignature';

/** Takes a witness's signature. */
@Handles('explanation-log-interactive', 'add-cosignature.v1')
export class AddCosignatureResponder {
  constructor(private readonly cosignatures: AddCosignature) {}

  answer(payload: AddCosignaturePayload): Promise<Cosignature> {
    return this.cosignatures.execute(payload);
  }
}
