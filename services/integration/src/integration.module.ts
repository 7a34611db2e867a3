import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@openrounds/persistence';
import { loadLtiKeys, PlatformModule, ServiceHttpModule, type IntegrationConfig } from '@openrounds/platform';
import { QueueModule } from '@openrounds/run-flow';
import { configuredOutboundHttp } from './adapters/configured-outbound-http';
import { FolderToolKeys } from './adapters/folder-tool-keys';
import { HttpPlatformProbe } from './adapters/http-platform-probe';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmPlatforms } from './persistence/typeorm-platforms';
import { PLATFORM_PROBE } from './ports/platform-probe';
import { PLATFORM_STORE } from './ports/platform-store';
import { TOOL_KEYS } from './ports/tool-keys';
import { CheckPlatformResponder } from './processors/check-platform.responder';
import { ListPlatformsResponder } from './processors/list-platforms.responder';
import { ReadKeySetResponder } from './processors/read-key-set.responder';
import { RegisterPlatformResponder } from './processors/register-platform.responder';
import { RemovePlatformResponder } from './processors/remove-platform.responder';
import { CheckPlatform } from './use-cases/check-platform';
import { ManagePlatforms } from './use-cases/manage-platforms';

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
        PersistenceModule.forService({ schema: 'integration', entities: ENTITIES, migrations: MIGRATIONS }),
        QueueModule.serving('integration-interactive'),
      ],
      providers: [
        configuredOutboundHttp(config),
        { provide: TOOL_KEYS, useFactory: () => FolderToolKeys.from(loadLtiKeys(config.KEYS_DIR)) },
        { provide: PLATFORM_PROBE, useClass: HttpPlatformProbe },
        { provide: PLATFORM_STORE, useClass: TypeOrmPlatforms },
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
