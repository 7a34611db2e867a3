import { type ListQuestionDraftsPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { DraftCaseQuestions } from '../use-cases/roles/draft-case-questions';
import { sealRoleRequests } from './seal-role-request';

/** Tells the drafts of questions of a case. */
@Handles('teaching-interactive', 'list-question-drafts.v1')
export class ListQuestionDraftsResponder {
  constructor(
    private readonly drafts: DraftCaseQuestions,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: ListQuestionDraftsPayload): Promise<SealedRoleRequests> {
    const told = await answerWithKnowledge(() => this.drafts.list(payload));
    return sealRoleRequests(told, payload.meta, this.sealer);
  }
}
