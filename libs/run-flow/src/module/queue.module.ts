import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type QueueName } from '@openrounds/contracts';
import {
  CLOCK,
  Health,
  LOGGER,
  Metrics,
  SERVICE_CONFIG,
  type Clock,
  type Logger,
  type ServiceConfig,
} from '@openrounds/platform';
import { CaseErasure } from '../erasure/case-erasure';
import { RunReporter } from '../report/run-reporter';
import { connectQueues, type HouseQueues } from './connections';
import { FLOW_PRODUCER, HOUSE_QUEUES, JOB_QUEUE, SERVED_QUEUES } from './tokens';
import { Workers } from './workers';

const connection = {
  provide: HOUSE_QUEUES,
  inject: [SERVICE_CONFIG, LOGGER, Metrics, Health, CLOCK],
  useFactory: async (
    config: ServiceConfig,
    logger: Logger,
    metrics: Metrics,
    health: Health,
    clock: Clock,
  ) => {
    const queues = await connectQueues(config, logger, metrics, clock);
    health.register('queue', () => queues.ping());
    return queues;
  },
};

const SENDING = [
  connection,
  { provide: JOB_QUEUE, inject: [HOUSE_QUEUES], useFactory: ({ jobs }: HouseQueues) => jobs },
  { provide: FLOW_PRODUCER, inject: [HOUSE_QUEUES], useFactory: ({ flows }: HouseQueues) => flows },
];

/** Connects a service to the queues and has its handlers, the providers under `@Handles`, serve them. */
@Module({})
export class QueueModule {
  static serving(...queues: readonly QueueName[]): DynamicModule {
    return {
      module: QueueModule,
      imports: [DiscoveryModule],
      providers: [
        ...SENDING,
        { provide: SERVED_QUEUES, useValue: queues },
        Workers,
        RunReporter,
        CaseErasure,
      ],
      exports: [HOUSE_QUEUES, JOB_QUEUE, FLOW_PRODUCER, RunReporter, CaseErasure],
    };
  }
}
