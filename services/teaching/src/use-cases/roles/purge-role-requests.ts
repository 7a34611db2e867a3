import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, type Clock, type Periodic } from '@openrounds/platform';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../../ports/role-request-store';
import { countPurged } from '../count-purged';
import { ROOMS_KEPT, type RoomsKept } from '../purge-rooms';

/** Forgets what was asked of a language model, and what it said, when that was kept as long as comments are. */
@Injectable()
export class PurgeRoleRequests implements Periodic {
  constructor(
    @Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'purge'>,
    @Inject(ROOMS_KEPT) private readonly kept: Pick<RoomsKept, 'comments'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.kept.comments * 1000);
    return countPurged(this.metrics, await this.requests.purge(before));
  }
}
