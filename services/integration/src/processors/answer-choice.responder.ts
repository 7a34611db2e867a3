import { GivenChoice, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { AnswerChoice } from '../use-cases/launch/answer-choice';
import { openGiven, sealTold } from './sealed-launch';

/** Signs what a teacher chose to link to. */
@Handles('integration-interactive', 'answer-choice.v1')
export class AnswerChoiceResponder {
  constructor(
    private readonly choice: AnswerChoice,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenChoice);
    return sealTold(await this.choice.execute(payload.meta.tenantId, given), payload, this.sealer);
  }
}
