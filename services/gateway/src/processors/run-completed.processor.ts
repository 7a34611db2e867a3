import { type RunCompletedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { BusyFault } from '@openrounds/queue';
import { Handles } from '@openrounds/run-flow';
import { RecordRun } from '../use-cases/record-run';

const LOOK_AGAIN_MS = 50;

/**
 * Ends a run. A report can overtake those before it: then it waits for them, so that nobody sees a completed run with
 * gaps.
 */
@Handles('gateway', 'run-completed.v1')
export class RunCompletedProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly record: RecordRun) {}

  async handle(payload: RunCompletedPayload): Promise<null> {
    if ((await this.record.completed(payload)) === 'incomplete') {
      throw new BusyFault('a report of this run is still on its way', LOOK_AGAIN_MS);
    }
    faultPoint('gateway:run-completed');
    return null;
  }
}
