import { Inject, Injectable } from '@nestjs/common';
import { type RolePlayedPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../../ports/role-request-store';

/** Keeps what came of a request, once. */
@Injectable()
export class KeepRolePlayed {
  constructor(
    @Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'finish'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ meta: { tenantId }, roleRequestId, sealed, fault }: RolePlayedPayload): Promise<void> {
    return this.requests.finish(tenantId, roleRequestId, { sealed, fault, at: this.clock.now() });
  }
}
