import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReceiveScore } from '../use-cases/receive-score';

/** Takes a score that teaching released. */
@Handles('integration', 'score-released.v1')
export class ScoreReleasedProcessor {
  /** It names the learner, who may be erased: nothing of it stays in the queue. */
  readonly scrubWhenDone = true;

  constructor(private readonly receive: ReceiveScore) {}

  async handle(payload: ScoreReleasedPayload): Promise<null> {
    await this.receive.execute(payload);
    faultPoint('integration:score-released');
    return null;
  }
}
