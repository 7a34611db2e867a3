import { Inject } from '@nestjs/common';
import { type EraseLaunchedLearnerPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ERASURE_STORE, type ErasureStore } from '../ports/erasure-store';

/** Teaching has erased a launched learner: what is kept of them here goes too. */
@Handles('integration', 'erase-learner.v1')
export class EraseLearnerProcessor {
  /** It names the learner, who may be erased: nothing of it stays in the queue. */
  readonly scrubWhenDone = true;

  constructor(@Inject(ERASURE_STORE) private readonly erasures: Pick<ErasureStore, 'erase'>) {}

  async handle({ meta, learnerId }: EraseLaunchedLearnerPayload): Promise<null> {
    await this.erasures.erase(meta.tenantId, learnerId);
    return null;
  }
}
