import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type FactoryProvider,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type QueueName, type QUEUES } from '@openrounds/contracts';
import {
  Health,
  LOGGER,
  Metrics,
  SERVICE_CONFIG,
  type Logger,
  type ServiceConfig,
} from '@openrounds/platform';
import { type AnyProcessor, type AnyResponder, type JobWorkers } from '@openrounds/queue';
import { RunReporter } from '../report/run-reporter';
import { connectQueues, type HouseQueues } from './connections';

export const HOUSE_QUEUES = Symbol('HouseQueues');
export const PROCESSORS = Symbol('Processors');
export const RESPONDERS = Symbol('Responders');
const SERVED = Symbol('ServedQueues');

/** The queues a service serves. Boot fails, with the names, if a job of theirs has no handler or two. */
export interface ServedQueues {
  readonly work: readonly QueueName[];
  readonly interactive: readonly QueueName[];
}

/** Starts the workers when everything stands and stops them before anything is taken away. */
@Injectable()
class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private running: JobWorkers[] = [];

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVED) private readonly served: ServedQueues,
    @Inject(PROCESSORS) private readonly processors: readonly AnyProcessor<typeof QUEUES>[],
    @Inject(RESPONDERS) private readonly responders: readonly AnyResponder<typeof QUEUES>[],
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const concurrency = Object.fromEntries(
      [...this.served.work, ...this.served.interactive].map((queue) => [queue, this.config.CONCURRENCY]),
    );
    this.running = await Promise.all([
      this.queues.startWorkers({ queues: this.served.work, handlers: this.processors, concurrency }),
      this.queues.startResponders({
        queues: this.served.interactive,
        handlers: this.responders,
        concurrency,
      }),
    ]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const deadlineMs = this.config.SHUTDOWN_SECONDS * 800;
    await Promise.all(this.running.map((workers) => workers.close(deadlineMs)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}

/** Connects a service to the queues and runs the processors and responders that it provides. */
@Module({})
export class QueueModule {
  static forService(
    served: ServedQueues,
    processors: Omit<FactoryProvider<AnyProcessor<typeof QUEUES>[]>, 'provide'>,
    responders: Omit<FactoryProvider<AnyResponder<typeof QUEUES>[]>, 'provide'>,
    imports: NonNullable<DynamicModule['imports']> = [],
  ): DynamicModule {
    return {
      module: QueueModule,
      imports: [QueueConnectionModule, ...imports],
      providers: [
        { provide: SERVED, useValue: served },
        { provide: PROCESSORS, ...processors },
        { provide: RESPONDERS, ...responders },
        Workers,
      ],
    };
  }
}

/** The connection alone: for use-cases that send. */
@Module({
  providers: [
    {
      provide: HOUSE_QUEUES,
      inject: [SERVICE_CONFIG, LOGGER, Metrics, Health],
      useFactory: async (config: ServiceConfig, logger: Logger, metrics: Metrics, health: Health) => {
        const queues = await connectQueues(config, logger, metrics);
        health.register('queue', () => queues.ping());
        return queues;
      },
    },
    {
      provide: RunReporter,
      inject: [HOUSE_QUEUES],
      useFactory: (queues: HouseQueues) => new RunReporter(queues.jobs),
    },
  ],
  exports: [HOUSE_QUEUES, RunReporter],
})
export class QueueConnectionModule {}
