import { Module, type DynamicModule } from '@nestjs/common';
import { type ServiceConfig } from '../config/service-config';
import { loadSealingKeys, type KeyRing } from '../keys/key-ring';
import { type Logger } from '../logging/logger';
import { Metrics } from '../metrics/metrics';
import { LOGGER } from '../service/tokens';
import { Sealer } from './sealer';

/** A sealer that tells log and metrics of what it cannot open. */
export const tellingSealer = (keys: KeyRing, logger: Logger, metrics: Metrics): Sealer =>
  new Sealer(keys, ({ path }, { message }) => {
    metrics.sealsBroken.inc({ what: path.split('/').at(-1) ?? '' });
    logger.error({ path, reason: message }, 'seal cannot be opened');
  });

/** Seals, for a service that opens them: the others are not given the key-encryption key. */
@Module({})
export class SealingModule {
  /** @param load the keys of narratives, unless told otherwise */
  static forService(config: ServiceConfig, load: (dir: string) => KeyRing = loadSealingKeys): DynamicModule {
    return {
      module: SealingModule,
      global: true,
      providers: [
        {
          provide: Sealer,
          inject: [LOGGER, Metrics],
          useFactory: (logger: Logger, metrics: Metrics) =>
            tellingSealer(load(config.KEYS_DIR), logger, metrics),
        },
      ],
      exports: [Sealer],
    };
  }
}
