import { type EraseLearnerPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ForgetLearner } from '../use-cases/people/forget-learner';

/** Forgets a learner whom teaching has erased. The job names the learner, so nothing of it stays in the queue. */
@Handles('gateway', 'erase-learner.v1')
export class EraseLearnerProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly forgetLearner: ForgetLearner) {}

  async handle({ meta: { tenantId }, subject }: EraseLearnerPayload): Promise<null> {
    await this.forgetLearner.execute(tenantId, subject);
    return null;
  }
}
