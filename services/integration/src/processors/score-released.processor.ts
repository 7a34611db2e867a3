import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReceiveScore } from '../use-cases/receive-score';

/** Takes a score that teaching released. */
@Handles('integration', 'score-released.v1')
export class ScoreReleasedProcessor {
  constructor(private readonly receive: ReceiveScore) {}

  async handle(payload: ScoreReleasedPayload): Promise<null> {
    await this.receive.execute(payload);
    return null;
  }
}
