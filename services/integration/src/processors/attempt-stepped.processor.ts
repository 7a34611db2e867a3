import { type AttemptSteppedPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { FollowSession } from '../use-cases/records/follow-session';

/** A launched learner took a step. */
@Handles('integration', 'attempt-stepped.v1')
export class AttemptSteppedProcessor {
  /** It names the learner, who may be erased: nothing of it stays in the queue. */
  readonly scrubWhenDone = true;

  constructor(private readonly follow: FollowSession) {}

  async handle(payload: AttemptSteppedPayload): Promise<null> {
    await this.follow.step(payload);
    return null;
  }
}
