import { Inject, Injectable } from '@nestjs/common';
import { type SendStatementPayload } from '@openrounds/contracts';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { deliveryAfter } from '../../model/statement-delivery';
import { CMI5_SESSIONS, type Cmi5Sessions, type NextStatement } from '../../ports/cmi5-sessions';
import { RECORD_STORE, type RecordStore } from '../../ports/record-store';

/** Sends what sessions state, one after the other: what comes behind a statement that is not there waits. */
@Injectable()
export class SendStatements {
  constructor(
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'next' | 'note'>,
    @Inject(RECORD_STORE) private readonly records: Pick<RecordStore, 'send'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ meta: { tenantId }, sessionId }: SendStatementPayload): Promise<void> {
    for (;;) {
      const next = await this.sessions.next(tenantId, sessionId, this.clock.now());
      if (next === undefined) return;
      const now = this.clock.now();
      const delivery = deliveryAfter(await this.send(next), next.tries + 1, now, Math.random());
      await this.sessions.note(next.id, delivery, now);
      if (delivery.state !== 'delivered') return;
    }
  }

  private async send({ endpoint, body, token }: NextStatement) {
    if (token === null) return { kind: 'no-token' } as const;
    return this.records.send(endpoint, body, token);
  }
}

export const QUEUE_DUE_EVERY_MS = 2_000;
/** For so long a job may be under way before it is taken for lost. */
const LEASE_MS = 60_000;

/** Queues what is due: the next try of what failed, and what a lost job left behind. */
@Injectable()
export class QueueDueStatements implements Periodic {
  constructor(
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'queueDue'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many sessions */
  execute(): Promise<number> {
    const now = this.clock.now();
    return this.sessions.queueDue(now, new Date(now.getTime() + LEASE_MS), newId());
  }
}
