import { Module, type DynamicModule } from '@nestjs/common';
import { DATA_SOURCE, PersistenceModule, type DataSource } from '@openrounds/persistence';
import {
  CLOCK,
  loadKeyRing,
  PlatformModule,
  ServiceHttpModule,
  type Clock,
  type ServiceConfig,
} from '@openrounds/platform';
import {
  eraseCaseProcessor,
  HOUSE_QUEUES,
  QueueModule,
  RunReporter,
  type HouseQueues,
} from '@openrounds/run-flow';
import { noteSigner } from '@openrounds/transparency-log';
import { MIGRATIONS } from './persistence/migrations';
import { ENTITIES } from './persistence/entities';
import { TypeOrmLog } from './persistence/typeorm-log';
import { LOG_STORE, type LogStore } from './ports/log-store';
import { FinaliseExplanationProcessor } from './processors/finalise-explanation.processor';
import { interactiveResponders } from './processors/interactive.responders';
import { FinaliseExplanation } from './use-cases/finalise-explanation';
import { ReadLog } from './use-cases/read-log';

const SCHEMA = 'explanation_log';

/** Keeps the append-only log of explanations and signs its head. */
@Module({})
export class ExplanationLogModule {
  static forConfig(config: ServiceConfig): DynamicModule {
    const ports = ExplanationLogPorts.forService();
    const signer = noteSigner(config.LOG_ORIGIN, loadKeyRing(config.KEYS_DIR).log.privateKey);
    return {
      module: ExplanationLogModule,
      imports: [
        PlatformModule.forService('explanation-log', config),
        ServiceHttpModule,
        QueueModule.forService(
          { work: ['explanation-log'], interactive: ['explanation-log-interactive'] },
          {
            inject: [LOG_STORE, CLOCK, HOUSE_QUEUES, RunReporter],
            useFactory: (log: LogStore, clock: Clock, { jobs }: HouseQueues, reporter: RunReporter) => [
              new FinaliseExplanationProcessor(new FinaliseExplanation(log, clock), reporter),
              eraseCaseProcessor({
                service: 'explanation-log',
                jobs,
                erase: (tenantId, caseId) => log.erase(tenantId, caseId),
                jobsOfRun: [{ queue: 'explanation-log', job: 'finalise-explanation.v1' }],
              }),
            ],
          },
          {
            inject: [LOG_STORE],
            useFactory: (log: LogStore) => interactiveResponders(new ReadLog(log, signer)),
          },
          [ports],
        ),
      ],
    };
  }
}

/** The adapters behind this service's ports. */
@Module({})
class ExplanationLogPorts {
  static forService(): DynamicModule {
    const store = {
      provide: LOG_STORE,
      inject: [DATA_SOURCE],
      useFactory: (dataSource: DataSource) => new TypeOrmLog(dataSource),
    };
    return {
      module: ExplanationLogPorts,
      imports: [PersistenceModule.forService({ schema: SCHEMA, entities: ENTITIES, migrations: MIGRATIONS })],
      providers: [store],
      exports: [LOG_STORE],
    };
  }
}
