import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@openrounds/persistence';
import {
  loadLearnerKeys,
  loadLtiKeys,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type IntegrationConfig,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { configuredOutboundHttp } from './adapters/configured-outbound-http';
import { FolderToolKeys } from './adapters/folder-tool-keys';
import { HttpPlatformProbe } from './adapters/http-platform-probe';
import { gradesOf, PERIODIC } from './grades';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmCourses } from './persistence/typeorm-courses';
import { TypeOrmLaunches } from './persistence/typeorm-launches';
import { TypeOrmLaunchProblems } from './persistence/typeorm-launch-problems';
import { TypeOrmLearners } from './persistence/typeorm-learners';
import { TypeOrmPlatforms } from './persistence/typeorm-platforms';
import { TypeOrmRegistrationLinks } from './persistence/typeorm-registration-links';
import { COURSE_STORE } from './ports/course-store';
import { LAUNCH_PROBLEMS } from './ports/launch-problems';
import { LAUNCH_STORE } from './ports/launch-store';
import { LEARNER_STORE } from './ports/learner-store';
import { PLATFORM_PROBE } from './ports/platform-probe';
import { PLATFORM_STORE } from './ports/platform-store';
import { REGISTRATION_LINKS } from './ports/registration-links';
import { TOOL_KEYS } from './ports/tool-keys';
import { CheckPlatformResponder } from './processors/check-platform.responder';
import { ListPlatformsResponder } from './processors/list-platforms.responder';
import { ReadKeySetResponder } from './processors/read-key-set.responder';
import { RegisterPlatformResponder } from './processors/register-platform.responder';
import { RemovePlatformResponder } from './processors/remove-platform.responder';
import { CheckPlatform } from './use-cases/check-platform';
import { ManagePlatforms } from './use-cases/manage-platforms';

const STORES = [
  { provide: COURSE_STORE, useClass: TypeOrmCourses },
  { provide: LAUNCH_PROBLEMS, useClass: TypeOrmLaunchProblems },
  { provide: LAUNCH_STORE, useClass: TypeOrmLaunches },
  { provide: LEARNER_STORE, useClass: TypeOrmLearners },
  { provide: PLATFORM_STORE, useClass: TypeOrmPlatforms },
  { provide: REGISTRATION_LINKS, useClass: TypeOrmRegistrationLinks },
];
const USE_CASES = [CheckPlatform, ManagePlatforms];
const HANDLERS = [
  CheckPlatformResponder,
  ListPlatformsResponder,
  ReadKeySetResponder,
  RegisterPlatformResponder,
  RemovePlatformResponder,
];

/** Knows learning platforms and is the only service that asks hosts that are not ours. */
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
        PeriodicModule.running(...PERIODIC),
        QueueModule.serving('integration', 'integration-interactive'),
      ],
      providers: [
        configuredOutboundHttp(config),
        { provide: TOOL_KEYS, useFactory: () => FolderToolKeys.from(loadLtiKeys(config.KEYS_DIR)) },
        { provide: PLATFORM_PROBE, useClass: HttpPlatformProbe },
        ...STORES,
        ...gradesOf(config),
        RelayedOutbox,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
