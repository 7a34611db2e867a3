import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AgreedClock, LOGGER, type Logger, type Periodic } from '@openrounds/platform';
import { type DataSource } from 'typeorm';
import { DATA_SOURCE } from './tokens';

/** How often it is asked: a clock may also be set while the service runs. */
export const AGREE_EVERY_MS = 30_000;

/** Has the clock of this process agree with the database's, which all services ask. */
@Injectable()
export class AgreeOnTime implements Periodic, OnModuleInit {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(AgreedClock) private readonly clock: Pick<AgreedClock, 'agree'>,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Before any worker starts. */
  async onModuleInit(): Promise<void> {
    await this.execute();
  }

  async execute(): Promise<number> {
    const askedAt = Date.now();
    const [row] = await this.dataSource.query<{ told: Date }[]>('SELECT clock_timestamp() AS told');
    const answeredAt = Date.now();
    const aheadMs = row && this.clock.agree({ askedAt, told: row.told, answeredAt });
    if (aheadMs !== undefined)
      this.logger.warn(
        { seconds: aheadMs / 1_000 },
        'the clock of this machine is ahead of the database’s, which counts',
      );
    return 0;
  }
}
