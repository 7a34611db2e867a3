import { OutboxMessage, type DataSource, type Outbox } from '@openrounds/persistence';
import { type QUEUES } from '@openrounds/contracts';
import { type Load } from '../ports/load';

export class OutboxLoad implements Load {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox<typeof QUEUES>,
  ) {}

  async oldestMessageSeconds(): Promise<number> {
    return (await this.outbox.backlog(this.dataSource.manager)).oldestAgeMs / 1000;
  }

  /** Whether a message is written and not yet in its queue. */
  async isUnsent(jobId: string): Promise<boolean> {
    const message = await this.dataSource.manager.findOneBy(OutboxMessage, { jobId });
    return message !== null && message.sentAt === null && message.failedAt === null;
  }
}
