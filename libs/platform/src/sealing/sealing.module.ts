import { Module, type DynamicModule } from '@nestjs/common';
import { type ServiceConfig } from '../config/service-config';
import { loadSealingKeys } from '../keys/key-ring';
import { Sealer } from './sealer';

/** Seals, for a service that opens them: the others are not given the key-encryption key. */
@Module({})
export class SealingModule {
  static forService(config: ServiceConfig): DynamicModule {
    return {
      module: SealingModule,
      global: true,
      providers: [{ provide: Sealer, useFactory: () => new Sealer(loadSealingKeys(config.KEYS_DIR)) }],
      exports: [Sealer],
    };
  }
}
