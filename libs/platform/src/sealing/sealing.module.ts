import { Module, type DynamicModule } from '@nestjs/common';
import { type ServiceConfig } from '../config/service-config';
import { loadSealingKeys } from '../keys/key-ring';
import { type Logger } from '../logging/logger';
import { Metrics } from '../metrics/metrics';
import { LOGGER } from '../service/tokens';
import { Sealer } from './sealer';

/** Seals, for a service that opens them: the others are not given the key-encryption key. */
@Module({})
export class SealingModule {
  static forService(config: ServiceConfig): DynamicModule {
    return {
      module: SealingModule,
      global: true,
      providers: [
        {
          provide: Sealer,
          inject: [LOGGER, Metrics],
          useFactory: (logger: Logger, metrics: Metrics) =>
            new Sealer(loadSealingKeys(config.KEYS_DIR), ({ path }, { message }) => {
              metrics.sealsBroken.inc({ what: path.split('/').at(-1) ?? '' });
              logger.error({ path, reason: message }, 'seal cannot be opened');
            }),
        },
      ],
      exports: [Sealer],
    };
  }
}
