import { type Clock } from '@openrounds/platform';
import { type CredentialStore } from '../ports/credentials';
import { type IdempotencyStore } from '../ports/idempotency';
import { type RunStore } from '../ports/run-store';

const EVENTS_KEPT_MS = 3_600_000;

/** Retention in the gateway: idempotency keys, events of ended runs, sessions that are over. */
export class Forget {
  constructor(
    private readonly runs: RunStore,
    private readonly idempotency: IdempotencyStore,
    private readonly credentials: CredentialStore,
    private readonly clock: Clock,
    private readonly idempotencySeconds: number,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const counts = await Promise.all([
      this.runs.forgetEvents(new Date(now - EVENTS_KEPT_MS)),
      this.idempotency.forget(new Date(now - this.idempotencySeconds * 1000)),
      this.credentials.forgetSessions(new Date(now)),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
