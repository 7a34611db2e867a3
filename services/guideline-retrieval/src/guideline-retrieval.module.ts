import { Module, type DynamicModule } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { DATA_SOURCE, PersistenceModule, type DataSource } from '@openrounds/persistence';
import {
  CLOCK,
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
import { BundlePassages } from './adapters/bundle-passages';
import { MIGRATIONS } from './persistence/migrations';
import { ENTITIES } from './persistence/entities';
import { TypeOrmRetrievals } from './persistence/typeorm-retrievals';
import { PASSAGE_LIBRARIES, type PassageLibraries } from './ports/passage-libraries';
import { RETRIEVAL_STORE, type RetrievalStore } from './ports/retrieval-store';
import { RetrieveGuidelinesProcessor } from './processors/retrieve-guidelines.processor';
import { SearchGuidelinesResponder } from './processors/search-guidelines.responder';
import { RetrieveGuidelines } from './use-cases/retrieve-guidelines';
import { SearchGuidelines } from './use-cases/search-guidelines';

const SCHEMA = 'guideline_retrieval';

/** Finds guideline passages, for runs and for people who search. */
@Module({})
export class GuidelineRetrievalModule {
  static forConfig(config: ServiceConfig): DynamicModule {
    return {
      module: GuidelineRetrievalModule,
      imports: [
        PlatformModule.forService('guideline-retrieval', config),
        ServiceHttpModule,
        QueueModule.forService(
          { work: ['guideline-retrieval'], interactive: ['guideline-retrieval-interactive'] },
          {
            inject: [RETRIEVAL_STORE, PASSAGE_LIBRARIES, CLOCK, HOUSE_QUEUES, RunReporter],
            useFactory: (
              retrievals: RetrievalStore,
              libraries: PassageLibraries,
              clock: Clock,
              { jobs }: HouseQueues,
              reporter: RunReporter,
            ) => [
              new RetrieveGuidelinesProcessor(
                new RetrieveGuidelines(retrievals, libraries, clock),
                reporter,
                clock,
              ),
              eraseCaseProcessor({
                service: 'guideline-retrieval',
                jobs,
                erase: (tenantId, caseId) => retrievals.erase(tenantId, caseId),
                jobsOfRun: [{ queue: 'guideline-retrieval', job: 'retrieve-guidelines.v1' }],
              }),
            ],
          },
          {
            inject: [PASSAGE_LIBRARIES],
            useFactory: (libraries: PassageLibraries) => [
              new SearchGuidelinesResponder(new SearchGuidelines(libraries)),
            ],
          },
          [GuidelineRetrievalPorts.forConfig(config)],
        ),
      ],
    };
  }
}

/** The adapters behind this service's ports. */
@Module({})
class GuidelineRetrievalPorts {
  static forConfig(config: ServiceConfig): DynamicModule {
    const providers = [
      {
        provide: RETRIEVAL_STORE,
        inject: [DATA_SOURCE],
        useFactory: (dataSource: DataSource) => new TypeOrmRetrievals(dataSource),
      },
      {
        provide: PASSAGE_LIBRARIES,
        useFactory: () => new BundlePassages(new BundleStore(config.KNOWLEDGE_DIR)),
      },
    ];
    return {
      module: GuidelineRetrievalPorts,
      imports: [PersistenceModule.forService({ schema: SCHEMA, entities: ENTITIES, migrations: MIGRATIONS })],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
