import { Inject, Injectable } from '@nestjs/common';
import { type DraftedFeedback, type FeedbackAsked } from '@openrounds/contracts';
import { FEEDBACK_DRAFTER } from '@openrounds/llm';
import { IDENTITY_CHECK, type IdentityCheck } from '../../ports/identity-check';
import { type RoleAsked, type RolePlayed } from './role-asked';

/** Has feedback drafted on a sentence that a participant wrote. Advice that gives a diagnosis away is dropped and counted. */
@Injectable()
export class DraftFeedback {
  constructor(@Inject(IDENTITY_CHECK) private readonly identities: IdentityCheck) {}

  /** @throws LlmFault where there is no answer to read */
  async execute(
    asked: FeedbackAsked,
    { llm, diseases, call }: RoleAsked,
  ): Promise<RolePlayed<DraftedFeedback>> {
    const { language, representation, rubric } = asked;
    if (await this.identities.namesSomebody([representation, ...rubric])) return { fault: 'identity' };
    const criteria = rubric.map((text, place) => ({ id: `c${String(place + 1)}`, text }));
    const request = { language, representation, rubric: criteria };
    const { value, model, promptVersion } = await llm.ask(FEEDBACK_DRAFTER, request, call);
    const byId = new Map(criteria.map(({ id, text }) => [id, text]));
    const drafted = value.criteria.map(({ criterionId, ...line }) => ({
      criterion: byId.get(criterionId) ?? criterionId,
      ...line,
    }));
    const named = new Set(diseases.in([representation, ...rubric].join('\n')));
    const kept = drafted.filter(({ advice }) => diseases.in(advice).every((name) => named.has(name)));
    const given = drafted.length - kept.length;
    const said = {
      criteria: kept,
      dropped: { ...value.dropped, ...(given > 0 && { diagnosis: given }) },
      generatedBy: { model, promptVersion },
    };
    return { said, fault: kept.length === 0 ? 'nothing-kept' : null };
  }
}
