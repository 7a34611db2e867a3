import { type DraftQuestionsPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { DraftCaseQuestions } from '../use-cases/roles/draft-case-questions';
import { sealRoleRequests } from './seal-role-request';

/** Has questions drafted of a case. */
@Handles('teaching-interactive', 'draft-questions.v1')
export class DraftQuestionsResponder {
  constructor(
    private readonly drafts: DraftCaseQuestions,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: DraftQuestionsPayload): Promise<SealedRoleRequests> {
    await answerWithKnowledge(() => this.drafts.execute(payload));
    return sealRoleRequests(await this.drafts.list(payload), payload.meta, this.sealer);
  }
}
