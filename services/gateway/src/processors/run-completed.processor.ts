import { type Queues, type RunCompletedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { BusyFault, type JobContext } from '@openrounds/queue';
import { Handles } from '@openrounds/run-flow';
import { RecordRun } from '../use-cases/record-run';

/** The other reports are milliseconds away as a rule; where one is not, it is looked for ever more seldom. */
const LOOK_AGAIN_MIN_MS = 50;
const LOOK_AGAIN_MAX_MS = 1_000;
const pauseAfter = (waitedMs: number): number =>
  Math.min(LOOK_AGAIN_MAX_MS, Math.max(LOOK_AGAIN_MIN_MS, waitedMs / 5));

/**
 * Ends a run. A report can overtake those before it: then it waits for them, so that nobody sees a completed run with
 * gaps. Where one is lost it lets go: nothing of the run is under way then, the reconciler drives it again, and each step
 * sends its report anew.
 */
@Handles('gateway', 'run-completed.v1')
export class RunCompletedProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly record: RecordRun) {}

  async handle(
    payload: RunCompletedPayload,
    { enqueuedAt }: Pick<JobContext<Queues>, 'enqueuedAt'>,
  ): Promise<null> {
    if ((await this.record.completed(payload, enqueuedAt)) === 'incomplete') {
      const pause = pauseAfter(Date.now() - enqueuedAt.getTime());
      throw new BusyFault('a report of this run is still on its way', pause);
    }
    faultPoint('gateway:run-completed');
    return null;
  }
}
