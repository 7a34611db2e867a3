import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Health, PeriodicModule, SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { whenReachable } from '@openrounds/queue';
import { type DataSource } from 'typeorm';
import { createDataSource, type ServiceDatabase } from '../data-source';
import { runMigrations } from '../migrations';
import { AGREE_EVERY_MS, AgreeOnTime } from './agree-on-time';
import { DATA_SOURCE } from './tokens';

/** The connection outlives the workers, which end in an earlier phase of the shutdown. */
@Injectable()
class Disconnect implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** Connects a service to its own schema, brings that up to date where the configuration says so, and goes by its time. */
@Module({})
export class PersistenceModule {
  static forService(database: Pick<ServiceDatabase, 'schema' | 'entities' | 'migrations'>): DynamicModule {
    const dataSource = {
      provide: DATA_SOURCE,
      inject: [SERVICE_CONFIG, Health],
      useFactory: async (config: ServiceConfig, health: Health): Promise<DataSource> => {
        const connected = await whenReachable(() =>
          createDataSource({
            ...database,
            url: config.DATABASE_URL,
            poolSize: config.DATABASE_POOL_SIZE,
          }).initialize(),
        );
        if (config.MIGRATE_ON_START || config.MIGRATE_ONLY) await runMigrations(connected);
        health.register('database', () => connected.query('SELECT 1'));
        return connected;
      },
    };
    return {
      module: PersistenceModule,
      imports: [
        PeriodicModule.running({ name: 'agree-on-time', everyMs: AGREE_EVERY_MS, useCase: AgreeOnTime }),
      ],
      providers: [dataSource, Disconnect, AgreeOnTime],
      exports: [DATA_SOURCE],
    };
  }
}
