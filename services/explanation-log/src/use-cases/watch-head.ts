import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Health, LOGGER, Unhealthy, type Logger } from '@openrounds/platform';
import { LOG_STORE, type LogStore } from '../ports/log-store';
import { HeadInDoubt } from './guard-head';

/** Says in the health of the service when the database does not continue the log; looks for the first time at start. */
@Injectable()
export class WatchHead implements OnApplicationBootstrap {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'checkHead' | 'head'>,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
    @Inject(Health) private readonly health: Health,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.health.register('log-head', () => this.check());
    const known = await this.check().catch((error: unknown) => {
      if (error instanceof Unhealthy) return true;
      throw error;
    });
    if (!known && (await this.log.head()).size > 0)
      this.logger.warn("no head of the log is remembered: the database's is taken for true");
  }

  /** @returns whether a head is remembered */
  private async check(): Promise<boolean> {
    try {
      return (await this.log.checkHead()) !== undefined;
    } catch (error) {
      if (error instanceof HeadInDoubt) throw new Unhealthy(error.message);
      throw error;
    }
  }
}
