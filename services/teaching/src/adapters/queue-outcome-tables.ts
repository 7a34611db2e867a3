import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type OutcomeTable, type OutcomeTablePayload, type Queues } from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';
import { type OutcomeTables } from '../ports/outcome-tables';

/** A class waits for what stands beside it: without an answer by then it is told the rest. */
const DEADLINE_MS = 2_000;

/** Asks ddx-ranking for outcome tables. These are rare: replies are listened to once one is. */
@Injectable()
export class QueueOutcomeTables implements OutcomeTables, BeforeApplicationShutdown {
  private requester: Promise<Requester<Queues>> | undefined;

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'INSTANCE_ID'>,
  ) {}

  async ask(payload: OutcomeTablePayload): Promise<OutcomeTable> {
    this.requester ??= this.open();
    const requester = await this.requester;
    return requester.request('ddx-ranking-interactive', 'outcome-table.v1', payload, {
      deadlineMs: DEADLINE_MS,
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.requester)?.close();
  }

  /** What could not be opened is tried again by whoever asks next. */
  private open(): Promise<Requester<Queues>> {
    return this.queues.openRequester(`teaching-${this.config.INSTANCE_ID}`).catch((error: unknown) => {
      this.requester = undefined;
      throw error;
    });
  }
}
