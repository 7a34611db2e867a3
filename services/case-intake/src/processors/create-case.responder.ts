import { CaseInput, type CreateCasePayload, type SealedCase, SEAL_PLACES } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CreateCase } from '../use-cases/create-case';
import { sealCase } from './seal-case';

/** Stores a new case. */
@Handles('case-intake-interactive', 'create-case.v1')
export class CreateCaseResponder {
  constructor(
    private readonly createCase: CreateCase,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, caseId, knowledge, sealed, masked }: CreateCasePayload): Promise<SealedCase> {
    const { tenantId } = meta;
    const input = this.sealer.open(sealed, SEAL_PLACES.givenCase(tenantId, caseId), CaseInput);
    const stored = await answerWithKnowledge(() =>
      this.createCase.execute({ tenantId, caseId, knowledge, input, masked }),
    );
    return sealCase(stored, this.sealer);
  }
}
