import { type AppendRecordPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles, permanently } from '@openrounds/run-flow';
import { AppendRecord } from '../use-cases/append-record';

/** Freezes what a room promised or gave out, that marks were released, or a guideline document withdrawn. */
@Handles('explanation-log', 'append-record.v1')
export class AppendRecordProcessor {
  constructor(private readonly appendRecord: AppendRecord) {}

  async handle(payload: AppendRecordPayload): Promise<null> {
    await permanently(() => this.appendRecord.execute(payload));
    faultPoint('explanation-log:append-record');
    return null;
  }
}
