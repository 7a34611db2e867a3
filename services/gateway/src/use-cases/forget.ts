import { type Clock } from '@openrounds/platform';
import { type CredentialStore } from '../ports/credentials';
import { type IdempotencyStore } from '../ports/idempotency';
import { type RunStore } from '../ports/run-store';

const EVENTS_KEPT_MS = 3_600_000;

export interface KeptSeconds {
  readonly idempotency: number;
  readonly narrative: number;
}

/** Retention in the gateway: idempotency keys, events of ended runs, quotations in old runs, sessions that are over. */
export class Forget {
  constructor(
    private readonly runs: Pick<RunStore, 'forgetEvents' | 'forgetNarratives'>,
    private readonly idempotency: Pick<IdempotencyStore, 'forget'>,
    private readonly credentials: Pick<CredentialStore, 'forgetSessions'>,
    private readonly clock: Clock,
    private readonly kept: KeptSeconds,
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
