import { type GetTeachingCasePayload, type SealedTeachingCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { TellCase } from '../use-cases/tell-case';
import { sealCase } from './seal-case';

/** Tells a case to a teacher. */
@Handles('teaching-interactive', 'get-teaching-case.v1')
export class GetTeachingCaseResponder {
  constructor(
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta: { tenantId }, ...wanted }: GetTeachingCasePayload): Promise<SealedTeachingCase> {
    const told = await answerWithKnowledge(() => this.tellCase.execute({ tenantId, ...wanted }));
    return sealCase(told, tenantId, this.sealer);
  }
}
