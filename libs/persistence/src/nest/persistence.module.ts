import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Health, SERVICE_CONFIG, type ServiceConfig } from '@openrounds/platform';
import { whenReachable } from '@openrounds/queue';
import { type DataSource } from 'typeorm';
import { createDataSource, type ServiceDatabase } from '../data-source';
import { runMigrations } from '../migrations';

export const DATA_SOURCE = Symbol('DataSource');

/** The connection outlives the workers, which end in an earlier phase of the shutdown. */
@Injectable()
class Disconnect implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** Connects a service to its own schema and brings the schema up to date where the configuration says so. */
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
    return { module: PersistenceModule, providers: [dataSource, Disconnect], exports: [DATA_SOURCE] };
  }
}
