import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type Queues, type RankingPart, type ReadRankingPayload } from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';

/** Asks ddx-ranking for rankings that are too large to be sent. These are rare: replies are listened to once one is. */
@Injectable()
export class QueueRankings implements BeforeApplicationShutdown {
  private requester: Promise<Requester<Queues>> | undefined;

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'INSTANCE_ID'>,
  ) {}

  async ask(payload: ReadRankingPayload): Promise<RankingPart> {
    this.requester ??= this.open();
    return (await this.requester).request('ddx-ranking-interactive', 'read-ranking.v1', payload);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.requester)?.close();
  }

  /** What could not be opened is tried again by whoever asks next. */
  private open(): Promise<Requester<Queues>> {
    return this.queues.openRequester(`explanation-log-${this.config.INSTANCE_ID}`).catch((error: unknown) => {
      this.requester = undefined;
      throw error;
    });
  }
}
