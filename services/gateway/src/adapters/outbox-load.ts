import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, OutboxMessage, type DataSource } from '@openrounds/persistence';
import { OUTBOX } from '../persistence/outbox';
import { type Load } from '../ports/load';

@Injectable()
export class OutboxLoad implements Load {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async oldestMessageSeconds(): Promise<number> {
    return (await OUTBOX.backlog(this.dataSource.manager)).oldestAgeMs / 1000;
  }

  /** Whether a message is written and not yet in its queue. */
  async isUnsent(jobId: string): Promise<boolean> {
    const message = await this.dataSource.manager.findOneBy(OutboxMessage, { jobId });
    return message !== null && message.sentAt === null && message.failedAt === null;
  }
}
