import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Queues } from '@openrounds/contracts';
import {
  DATA_SOURCE,
  startOutboxRelay,
  type DataSource,
  type OutboxRelay,
  type OutboxRelayOptions,
} from '@openrounds/persistence';
import { LOGGER, type Logger } from '@openrounds/platform';
import { type JobQueue } from '@openrounds/queue';
import { JOB_QUEUE } from '../module/tokens';

/** Sends what a service's outbox holds from the moment that everything stands until the service stops. */
@Injectable()
export class RelayedOutbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue<Queues>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.relay = startOutboxRelay({
      dataSource: this.dataSource,
      target: this.jobs as OutboxRelayOptions['target'],
      onError: (error, willRetry) => {
        this.logger.error({ error: error.name, willRetry }, 'a message could not be sent');
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.close();
  }
}
