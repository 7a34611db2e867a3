import { Inject } from '@nestjs/common';
import { type LearnerErasedPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ERASURE_STORE, type ErasureStore } from '../ports/erasure-store';

/** Teaching acknowledges an erasure that was asked for here. */
@Handles('integration', 'learner-erased.v1')
export class LearnerErasedProcessor {
  /** It names the learner, who may be erased: nothing of it stays in the queue. */
  readonly scrubWhenDone = true;

  constructor(@Inject(ERASURE_STORE) private readonly erasures: Pick<ErasureStore, 'acknowledge'>) {}

  async handle({ meta, learnerId }: LearnerErasedPayload): Promise<null> {
    await this.erasures.acknowledge(meta.tenantId, learnerId);
    return null;
  }
}
