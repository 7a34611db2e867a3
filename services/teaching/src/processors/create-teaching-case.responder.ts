import { type CreateTeachingCasePayload, type SealedTeachingCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CreateCase } from '../use-cases/create-case';
import { TellCase } from '../use-cases/tell-case';
import { openGiven, sealCase } from './seal-case';

/** Stores a teacher's case. */
@Handles('teaching-interactive', 'create-teaching-case.v1')
export class CreateTeachingCaseResponder {
  constructor(
    private readonly createCase: CreateCase,
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  answer(payload: CreateTeachingCasePayload): Promise<SealedTeachingCase> {
    const { by, caseId, versions } = payload;
    const { tenantId } = payload.meta;
    const given = openGiven(payload, this.sealer);
    return answerWithKnowledge(async () => {
      await this.createCase.execute({ ...payload, given });
      const told = await this.tellCase.execute({ tenantId, by, caseId, versions, version: 1 });
      return sealCase(told, tenantId, this.sealer);
    });
  }
}
