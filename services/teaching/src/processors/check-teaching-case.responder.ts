import {
  GivenTeachingCase,
  SEAL_PLACES,
  type CheckTeachingCasePayload,
  type CodedCaseChecks,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CheckGivenCase } from '../use-cases/check-given-case';

/** Says what the checks find in a case that is not kept. */
@Handles('teaching-interactive', 'check-teaching-case.v1')
export class CheckTeachingCaseResponder {
  constructor(
    private readonly checkGivenCase: CheckGivenCase,
    private readonly sealer: Sealer,
  ) {}

  answer({ meta, versions, sealed }: CheckTeachingCasePayload): Promise<CodedCaseChecks> {
    const place = SEAL_PLACES.checkedTeachingCase(meta.tenantId, meta.requestId);
    const { body } = this.sealer.open(sealed, place, GivenTeachingCase);
    return answerWithKnowledge(async () => ({ checks: await this.checkGivenCase.execute(body, versions) }));
  }
}
