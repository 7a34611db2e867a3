import { SEAL_PLACES, type ActOnTeachingCasePayload, type SealedTeachingCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { ActOnCase, type CaseAct } from '../use-cases/act-on-case';
import { TellCase } from '../use-cases/tell-case';
import { sealCase } from './seal-case';

/** Submits, reviews, publishes and retires. */
@Handles('teaching-interactive', 'act-on-teaching-case.v1')
export class ActOnTeachingCaseResponder {
  constructor(
    private readonly actOnCase: ActOnCase,
    private readonly tellCase: TellCase,
    private readonly sealer: Sealer,
  ) {}

  answer({ meta: { tenantId }, ...wanted }: ActOnTeachingCasePayload): Promise<SealedTeachingCase> {
    const act = this.actOf(wanted, tenantId);
    return answerWithKnowledge(async () => {
      await this.actOnCase.execute({ ...wanted, tenantId, act });
      const told = await this.tellCase.execute({ ...wanted, tenantId });
      return sealCase(told, tenantId, this.sealer);
    });
  }

  private actOf(
    { act, caseId }: Pick<ActOnTeachingCasePayload, 'act' | 'caseId'>,
    tenantId: string,
  ): CaseAct {
    if (act.kind !== 'review' || act.comment === null)
      return act.kind === 'review' ? { ...act, comment: null } : act;
    const place = SEAL_PLACES.givenReview(tenantId, caseId);
    return { ...act, comment: this.sealer.open(act.comment, place, z.string()) };
  }
}
