import { GivenRubric, type DraftFeedbackPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { DraftRoomFeedback } from '../use-cases/roles/draft-room-feedback';
import { openGivenRequest, sealRoleRequests } from './seal-role-request';

/** Has feedback drafted on what a participant wrote. */
@Handles('teaching-interactive', 'draft-feedback.v1')
export class DraftFeedbackResponder {
  constructor(
    private readonly drafts: DraftRoomFeedback,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: DraftFeedbackPayload): Promise<SealedRoleRequests> {
    await this.drafts.execute(payload, openGivenRequest(payload, this.sealer, GivenRubric));
    return sealRoleRequests(await this.drafts.list(payload), payload.meta, this.sealer);
  }
}
