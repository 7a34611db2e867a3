import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { isInteractive, type QueueName } from '@openrounds/contracts';
import { SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { type JobWorkers } from '@openrounds/queue';
import { discoverHandlers, processorsAmong, respondersAmong } from '../handlers/handles';
import { type HouseQueues } from './connections';
import { HOUSE_QUEUES, SERVED_QUEUES } from './tokens';

/**
 * Of the time that a service has to stop: replies, queues and database close behind the workers, and need the rest. A job that takes
 * longer is offered to another worker.
 */
const SHARE_OF_WORKERS = 0.5;

/**
 * Starts the workers when everything stands and stops them before anything is taken away. Boot fails, with the names,
 * if a job of a served queue has no handler or two, or if a handler's job is in none of them.
 */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private running: JobWorkers[] = [];

  constructor(
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(SERVED_QUEUES) private readonly served: readonly QueueName[],
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'CONCURRENCY' | 'SHUTDOWN_SECONDS'>,
    private readonly discovery: DiscoveryService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = discoverHandlers(this.discovery);
    const concurrency = Object.fromEntries(this.served.map((queue) => [queue, this.config.CONCURRENCY]));
    this.running = await Promise.all([
      this.queues.startWorkers({
        queues: this.served.filter((queue) => !isInteractive(queue)),
        handlers: processorsAmong(handlers),
        concurrency,
      }),
      this.queues.startResponders({
        queues: this.served.filter(isInteractive),
        handlers: respondersAmong(handlers),
        concurrency,
      }),
    ]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const deadlineMs = this.config.SHUTDOWN_SECONDS * 1000 * SHARE_OF_WORKERS;
    await Promise.all(this.running.map((workers) => workers.close(deadlineMs)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
