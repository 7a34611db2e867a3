import { SEAL_PLACES, type LeaveCmi5Payload, type LeftCmi5 } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { FollowSession } from '../use-cases/records/follow-session';

/** Ends a session, since its learner leaves. */
@Handles('integration-interactive', 'leave-cmi5.v1')
export class LeaveCmi5Responder {
  constructor(
    private readonly follow: FollowSession,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: LeaveCmi5Payload): Promise<LeftCmi5> {
    const { tenantId, requestId } = payload.meta;
    const returnUrl = await this.follow.leave(payload);
    return { sealed: this.sealer.seal(returnUrl, SEAL_PLACES.toldLaunch(tenantId, requestId)) };
  }
}
