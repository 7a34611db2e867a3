import { GivenStep, SEAL_PLACES, type SealedAssignment, type TakeStepPayload } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ShowAttempt } from '../use-cases/show-attempt';
import { TakeAttempt } from '../use-cases/take-attempt';
import { sealAssignment } from './seal-assignment';

/** Takes a step of an attempt; what it replies was committed before. */
@Handles('teaching-interactive', 'take-step.v1')
export class TakeStepResponder {
  constructor(
    private readonly takeAttempt: TakeAttempt,
    private readonly showAttempt: ShowAttempt,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, attemptId, position, sealed }: TakeStepPayload): Promise<SealedAssignment> {
    const place = SEAL_PLACES.givenStep(meta.tenantId, attemptId, position);
    const given = { attemptId, position, step: this.sealer.open(sealed, place, GivenStep) };
    await answerWithKnowledge(() => this.takeAttempt.step(meta, given, by));
    faultPoint('teaching:take-step');
    const told = await answerWithKnowledge(() => this.showAttempt.execute(meta, attemptId, by));
    return sealAssignment(told, meta, this.sealer);
  }
}
