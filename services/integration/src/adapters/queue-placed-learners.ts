import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type AttemptOfLearner, type AttemptOfLearnerPayload, type Queues } from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';
import { type PlacedLearners } from '../ports/placed-learners';

const DEADLINE_MS = 4_000;

/** Asks teaching. Launches by cmi5 are rare: replies are listened to once one is. */
@Injectable()
export class QueuePlacedLearners implements PlacedLearners, BeforeApplicationShutdown {
  private requester: Promise<Requester<Queues>> | undefined;

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'INSTANCE_ID'>,
  ) {}

  async place(payload: AttemptOfLearnerPayload): Promise<AttemptOfLearner> {
    this.requester ??= this.open();
    const requester = await this.requester;
    return requester.request('teaching-interactive', 'attempt-of-learner.v1', payload, {
      deadlineMs: DEADLINE_MS,
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.requester)?.close();
  }

  /** What could not be opened is tried again by whoever asks next. */
  private open(): Promise<Requester<Queues>> {
    return this.queues.openRequester(`integration-${this.config.INSTANCE_ID}`).catch((error: unknown) => {
      this.requester = undefined;
      throw error;
    });
  }
}
