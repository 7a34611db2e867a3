import { GivenFeedback, type ReleaseFeedbackPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { DraftRoomFeedback } from '../use-cases/roles/draft-room-feedback';
import { openGivenRequest, sealRoleRequests } from './seal-role-request';

/** Gives a participant what a teacher made of a draft. */
@Handles('teaching-interactive', 'release-feedback.v1')
export class ReleaseFeedbackResponder {
  constructor(
    private readonly drafts: DraftRoomFeedback,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: ReleaseFeedbackPayload): Promise<SealedRoleRequests> {
    const given = openGivenRequest(payload, this.sealer, GivenFeedback);
    return sealRoleRequests([await this.drafts.release(payload, given)], payload.meta, this.sealer);
  }
}
