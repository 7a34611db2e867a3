import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { RUN_STORE, type RunStore } from '../ports/run-store';
import { KEPT_SECONDS, type KeptSeconds } from '../settings';

const EVENTS_KEPT_MS = 3_600_000;

/** Retention in the gateway: idempotency keys, events of ended runs, quotations in old runs, sessions that are over. */
@Injectable()
export class Forget implements Periodic {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'forgetEvents' | 'forgetNarratives'>,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'forget'>,
    @Inject(CREDENTIAL_STORE) private readonly credentials: Pick<CredentialStore, 'forgetSessions'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEPT_SECONDS) private readonly kept: KeptSeconds,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const counts = await Promise.all([
      this.runs.forgetEvents(new Date(now - EVENTS_KEPT_MS)),
      this.idempotency.forget(new Date(now - this.kept.idempotency * 1000)),
      this.forgetNarratives(new Date(now - this.kept.narrative * 1000)),
      this.credentials.forgetSessions(new Date(now)),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async forgetNarratives(before: Date): Promise<number> {
    let total = 0;
    let count: number;
    do {
      count = await this.runs.forgetNarratives(before);
      total += count;
    } while (count > 0);
    return total;
  }
}
