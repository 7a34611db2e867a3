import { type RunFailedPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { RecordRun } from '../use-cases/record-run';

/** Ends a run that a service could not go on with. */
@Handles('gateway', 'run-failed.v1')
export class RunFailedProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly record: RecordRun) {}

  async handle(payload: RunFailedPayload): Promise<null> {
    await this.record.failed(payload);
    return null;
  }
}
