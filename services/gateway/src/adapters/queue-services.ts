import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  queueOf,
  type Answer,
  type Question,
  type QuestionPayload,
  type Queues,
} from '@openrounds/contracts';
import { SERVICE_CONFIG, type GatewayConfig } from '@openrounds/platform';
import { type QueueMap, type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, type HouseQueues } from '@openrounds/run-flow';
import { type Services } from '../ports/services';

const REQUESTER = Symbol('Requester');

/** This instance's reply queue, opened while the module is built. */
export const requesterProvider = {
  provide: REQUESTER,
  inject: [HOUSE_QUEUES, SERVICE_CONFIG],
  useFactory: (queues: HouseQueues, { INSTANCE_ID }: GatewayConfig) =>
    queues.openRequester(`gateway-${INSTANCE_ID}`),
};

/** Asks the other services by request and reply; none of them is called in any other way. */
@Injectable()
export class QueueServices implements Services, BeforeApplicationShutdown {
  constructor(
    @Inject(REQUESTER) private readonly requester: Requester<Queues>,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<GatewayConfig, 'REQUEST_DEADLINE_MS'>,
  ) {}

  ask<J extends Question>(
    job: J,
    payload: QuestionPayload<J>,
    deadlineMs = this.config.REQUEST_DEADLINE_MS,
  ): Promise<Answer<J>> {
    // The types of a question are those of its queue and job in the map, which the compiler cannot see for any J.
    const requester = this.requester as unknown as Requester<QueueMap>;
    return requester.request(queueOf(job), job, payload, { deadlineMs }) as Promise<Answer<J>>;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.requester.close();
  }
}
