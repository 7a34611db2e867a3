import {
  GivenTeachingCase,
  SEAL_PLACES,
  type CreateTeachingCaseVersionPayload,
  type SealedTeachingCase,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ChangeCase } from '../use-cases/change-case';
import { TellCase } from '../use-cases/tell-case';
import { sealCase } from './seal-case';

/** Makes the next version of a teacher's case. */
@Handles('teaching-interactive', 'create-teaching-case-version.v1')
export class CreateTeachingCaseVersionResponder {
  constructor(
    private readonly changeCase: ChangeCase,
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  answer({ sealed, ...asked }: CreateTeachingCaseVersionPayload): Promise<SealedTeachingCase> {
    const { meta, by, caseId, versions } = asked;
    const { tenantId } = meta;
    const given = this.sealer.open(
      sealed,
      SEAL_PLACES.givenTeachingCase(tenantId, caseId),
      GivenTeachingCase,
    );
    return answerWithKnowledge(async () => {
      const version = await this.changeCase.execute({ ...asked, given });
      const told = await this.tellCase.execute({ tenantId, by, caseId, versions, version });
      return sealCase(told, tenantId, this.sealer);
    });
  }
}
