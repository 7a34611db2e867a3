import {
  GivenTeachingCase,
  SEAL_PLACES,
  type CreateTeachingCasePayload,
  type SealedTeachingCase,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CreateCase } from '../use-cases/create-case';
import { TellCase } from '../use-cases/tell-case';
import { sealCase } from './seal-case';

/** Stores a teacher's case. */
@Handles('teaching-interactive', 'create-teaching-case.v1')
export class CreateTeachingCaseResponder {
  constructor(
    private readonly createCase: CreateCase,
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  answer({ sealed, ...asked }: CreateTeachingCasePayload): Promise<SealedTeachingCase> {
    const { meta, by, caseId, versions } = asked;
    const { tenantId } = meta;
    const given = this.sealer.open(
      sealed,
      SEAL_PLACES.givenTeachingCase(tenantId, caseId),
      GivenTeachingCase,
    );
    return answerWithKnowledge(async () => {
      await this.createCase.execute({ ...asked, given });
      const told = await this.tellCase.execute({ tenantId, by, caseId, versions, version: 1 });
      return sealCase(told, tenantId, this.sealer);
    });
  }
}
