import { type CreateTeachingCaseVersionPayload, type SealedTeachingCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ChangeCase } from '../use-cases/change-case';
import { TellCase } from '../use-cases/tell-case';
import { openGiven, sealCase } from './seal-case';

/** Makes the next version of a teacher's case. */
@Handles('teaching-interactive', 'create-teaching-case-version.v1')
export class CreateTeachingCaseVersionResponder {
  constructor(
    private readonly changeCase: ChangeCase,
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  answer(payload: CreateTeachingCaseVersionPayload): Promise<SealedTeachingCase> {
    const { by, caseId, versions } = payload;
    const { tenantId } = payload.meta;
    const given = openGiven(payload, this.sealer);
    return answerWithKnowledge(async () => {
      const version = await this.changeCase.execute({ ...payload, given });
      const told = await this.tellCase.execute({ tenantId, by, caseId, versions, version });
      return sealCase(told, tenantId, this.sealer);
    });
  }
}
