import { Inject } from '@nestjs/common';
import { type EraseLearnerPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ForgetLearner } from '../use-cases/people/forget-learner';

/** Forgets a learner whom teaching has erased. The job names the learner, so nothing of it stays in the queue. */
@Handles('gateway', 'erase-learner.v1')
export class EraseLearnerProcessor {
  readonly scrubWhenDone = true;

  constructor(@Inject(ForgetLearner) private readonly forgetLearner: Pick<ForgetLearner, 'execute'>) {}

  async handle({ meta: { tenantId }, subject }: EraseLearnerPayload): Promise<null> {
    await this.forgetLearner.execute(tenantId, subject);
    return null;
  }
}
