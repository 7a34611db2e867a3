import { type RunProgressedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { RecordRun } from '../use-cases/record-run';

/** Writes a section that a service reports; no copy stays in the queue, so that an erasure has none to look for. */
@Handles('gateway', 'run-progressed.v1')
export class RunProgressedProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly record: RecordRun) {}

  async handle(payload: RunProgressedPayload): Promise<null> {
    faultPoint('gateway:run-progressed');
    await this.record.progressed(payload);
    return null;
  }
}
