import { Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createLogger } from '../logging/logger';
import { ServiceEnvironment } from '../config/service-config';
import { runService } from './run-service';
import { LOGGER } from './tokens';

const happened: string[] = [];

/** Stands for the database: connected, and migrated, while the module is built. */
@Injectable()
class Connection implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor() {
    happened.push('connected');
  }

  onApplicationBootstrap(): void {
    happened.push('workers started');
  }

  onApplicationShutdown(): void {
    happened.push('disconnected');
  }
}

@Module({
  providers: [Connection, { provide: LOGGER, useFactory: () => createLogger('made-up', 'silent') }],
})
class MadeUpModule {}

describe('runService', () => {
  it('with MIGRATE_ONLY builds its module and ends, with no worker started and nothing listening', async () => {
    const config = ServiceEnvironment.parse({
      DATABASE_URL: 'postgres://localhost/openrounds',
      KEYS_DIR: 'keys',
      MIGRATE_ONLY: 'true',
    });
    const configure = jest.fn();
    await runService({ name: 'made-up', config, module: MadeUpModule, configure });
    expect(happened).toEqual(['connected', 'disconnected']);
    expect(configure).not.toHaveBeenCalled();
  });
});
