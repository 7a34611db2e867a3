import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@openrounds/persistence';
import {
  loadLearnerKeys,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type IntegrationConfig,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { configuredOutboundHttp } from './adapters/configured-outbound-http';
import { EHR_PERIODIC, ehrOf } from './ehr';
import { GRADES_PERIODIC, gradesOf } from './grades';
import { LAUNCHES_PERIODIC, launchesOf } from './launches';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { RECORDS, RECORDS_PERIODIC } from './records';
import { SMART_PERIODIC, smartOf } from './smart';

/** Knows learning platforms, record stores and training EHRs, and is the only service that asks hosts that are not ours. */
@Module({})
export class IntegrationModule {
  static forConfig(config: IntegrationConfig): DynamicModule {
    return {
      module: IntegrationModule,
      imports: [
        PlatformModule.forService('integration', config),
        ServiceHttpModule,
        SealingModule.forService(config, loadLearnerKeys),
        PersistenceModule.forService({ schema: 'integration', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running(
          ...LAUNCHES_PERIODIC,
          ...GRADES_PERIODIC,
          ...RECORDS_PERIODIC,
          ...EHR_PERIODIC,
          ...SMART_PERIODIC,
        ),
        QueueModule.serving('integration', 'integration-interactive'),
      ],
      providers: [
        configuredOutboundHttp(config),
        RelayedOutbox,
        ...launchesOf(config),
        ...gradesOf(config),
        ...RECORDS,
        ...ehrOf(config),
        ...smartOf(config),
      ],
    };
  }
}
