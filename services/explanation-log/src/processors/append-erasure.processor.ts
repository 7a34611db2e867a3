import { type AppendErasurePayload } from '@openrounds/contracts';
import { Handles, permanently } from '@openrounds/run-flow';
import { AppendRecord } from '../use-cases/append-record';

/** Freezes that a learner, a room, answers, an assignment or a teacher's own case was erased. */
@Handles('explanation-log', 'append-erasure.v1')
export class AppendErasureProcessor {
  constructor(private readonly appendRecord: AppendRecord) {}

  async handle(payload: AppendErasurePayload): Promise<null> {
    await permanently(() => this.appendRecord.erasure(payload));
    return null;
  }
}
