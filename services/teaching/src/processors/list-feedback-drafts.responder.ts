import { type ListFeedbackDraftsPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { DraftRoomFeedback } from '../use-cases/roles/draft-room-feedback';
import { sealRoleRequests } from './seal-role-request';

/** Tells the drafts of feedback of a room. */
@Handles('teaching-interactive', 'list-feedback-drafts.v1')
export class ListFeedbackDraftsResponder {
  constructor(
    private readonly drafts: DraftRoomFeedback,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: ListFeedbackDraftsPayload): Promise<SealedRoleRequests> {
    const told = await answerWithKnowledge(() => this.drafts.list(payload));
    return sealRoleRequests(told, payload.meta, this.sealer);
  }
}
