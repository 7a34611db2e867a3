import { Module, type DynamicModule } from '@nestjs/common';
import { type ServiceConfig } from '../config/service-config';
import { Health } from '../health/health';
import { createLogger } from '../logging/logger';
import { Metrics } from '../metrics/metrics';
import { AgreedClock } from '../time/agreed-clock';
import { CLOCK, LOGGER, SERVICE_CONFIG, SERVICE_NAME } from './tokens';

/** What every service has, whatever it does: configuration, log, metrics, health and clock. */
@Module({})
export class PlatformModule {
  static forService(name: string, config: ServiceConfig): DynamicModule {
    const providers = [
      { provide: SERVICE_NAME, useValue: name },
      { provide: SERVICE_CONFIG, useValue: config },
      { provide: LOGGER, useFactory: () => createLogger(name, config.LOG_LEVEL) },
      { provide: AgreedClock, useFactory: () => new AgreedClock() },
      { provide: CLOCK, useExisting: AgreedClock },
      { provide: Metrics, useFactory: () => new Metrics(name) },
      { provide: Health, useFactory: () => new Health() },
    ];
    return {
      module: PlatformModule,
      global: true,
      providers,
      exports: providers.map((each) => each.provide),
    };
  }
}
