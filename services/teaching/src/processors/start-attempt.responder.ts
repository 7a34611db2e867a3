import { type SealedAssignment, type StartAttemptPayload } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ShowAttempt } from '../use-cases/show-attempt';
import { TakeAttempt } from '../use-cases/take-attempt';
import { sealAssignment } from './seal-assignment';

/** Begins an attempt. */
@Handles('teaching-interactive', 'start-attempt.v1')
export class StartAttemptResponder {
  constructor(
    private readonly takeAttempt: TakeAttempt,
    private readonly showAttempt: ShowAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, assignmentId }: StartAttemptPayload): Promise<SealedAssignment> {
    const attemptId = await this.takeAttempt.begin({ tenantId: meta.tenantId, assignmentId }, by);
    faultPoint('teaching:start-attempt');
    const told = await answerWithKnowledge(() => this.showAttempt.execute(meta, attemptId, by));
    return sealAssignment(told, meta, this.sealer);
  }
}
