import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { RUN_STORE, type RunStore } from '../ports/run-store';
import { TUTOR_STORE, type TutorStore } from '../ports/tutor-store';
import { KEPT_SECONDS, type KeptSeconds } from '../settings';

const EVENTS_KEPT_MS = 3_600_000;

/** Retention in the gateway: idempotency keys, events of ended runs, quotations in old runs, what the tutor was asked, sessions that are over. */
@Injectable()
export class Forget implements Periodic {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'forgetEvents' | 'forgetNarratives'>,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'forget'>,
    @Inject(CREDENTIAL_STORE) private readonly credentials: Pick<CredentialStore, 'forgetSessions'>,
    @Inject(TUTOR_STORE) private readonly tutor: Pick<TutorStore, 'forget'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEPT_SECONDS) private readonly kept: KeptSeconds,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const textsBefore = new Date(now - this.kept.narrative * 1000);
    const counts = await Promise.all([
      this.runs.forgetEvents(new Date(now - EVENTS_KEPT_MS)),
      this.idempotency.forget(new Date(now - this.kept.idempotency * 1000)),
      inBatches(() => this.runs.forgetNarratives(textsBefore)),
      inBatches(() => this.tutor.forget(textsBefore)),
      this.credentials.forgetSessions(new Date(now)),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

async function inBatches(forget: () => Promise<number>): Promise<number> {
  let total = 0;
  let count: number;
  do {
    count = await forget();
    total += count;
  } while (count > 0);
  return total;
}
