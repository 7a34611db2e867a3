import { type CreateCaseVersionPayload, type SealedCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CorrectCase } from '../use-cases/correct-case';
import { sealCase } from './seal-case';

/** Makes the next version of a case out of a teacher's corrections. */
@Handles('case-intake-interactive', 'create-case-version.v1')
export class CreateCaseVersionResponder {
  constructor(
    private readonly correctCase: CorrectCase,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta: { tenantId }, ...correction }: CreateCaseVersionPayload): Promise<SealedCase> {
    const next = await answerWithKnowledge(() => this.correctCase.execute({ tenantId, ...correction }));
    return sealCase(next, this.sealer);
  }
}
