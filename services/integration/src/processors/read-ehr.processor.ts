import { type ReadEhrPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReadEhr } from '../use-cases/smart/read-ehr';

/** Reads a record. */
@Handles('integration', 'read-ehr.v1')
export class ReadEhrProcessor {
  constructor(private readonly records: ReadEhr) {}

  async handle(payload: ReadEhrPayload): Promise<null> {
    await this.records.execute(payload);
    faultPoint('integration:read-ehr');
    return null;
  }
}
