import { Module, type DynamicModule } from '@nestjs/common';
import { GuidelineStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import { PlatformModule, ServiceHttpModule, type ServiceConfig } from '@openrounds/platform';
import { QueueModule } from '@openrounds/run-flow';
import { BundlePassages } from './adapters/bundle-passages';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmRetrievals } from './persistence/typeorm-retrievals';
import { PASSAGE_LIBRARIES } from './ports/passage-libraries';
import { RETRIEVAL_STORE } from './ports/retrieval-store';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { RetrieveGuidelinesProcessor } from './processors/retrieve-guidelines.processor';
import { SearchGuidelinesResponder } from './processors/search-guidelines.responder';
import { RetrieveGuidelines } from './use-cases/retrieve-guidelines';
import { SearchGuidelines } from './use-cases/search-guidelines';

const ADAPTERS = [
  { provide: RETRIEVAL_STORE, useClass: TypeOrmRetrievals },
  { provide: PASSAGE_LIBRARIES, useClass: BundlePassages },
];
const USE_CASES = [RetrieveGuidelines, SearchGuidelines];
const HANDLERS = [EraseCaseProcessor, RetrieveGuidelinesProcessor, SearchGuidelinesResponder];

/** Finds guideline passages, for runs and for people who search. */
@Module({})
export class GuidelineRetrievalModule {
  static forConfig(config: ServiceConfig): DynamicModule {
    return {
      module: GuidelineRetrievalModule,
      imports: [
        PlatformModule.forService('guideline-retrieval', config),
        ServiceHttpModule,
        PersistenceModule.forService({
          schema: 'guideline_retrieval',
          entities: ENTITIES,
          migrations: MIGRATIONS,
        }),
        QueueModule.serving('guideline-retrieval', 'guideline-retrieval-interactive'),
      ],
      providers: [
        { provide: GuidelineStore, useValue: new GuidelineStore(config.KNOWLEDGE_DIR) },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
