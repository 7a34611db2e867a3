import { Module, type DynamicModule } from '@nestjs/common';
import { GuidelineStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import {
  LOGGER,
  PlatformModule,
  ServiceHttpModule,
  type GuidelineRetrievalConfig,
  type Logger,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { BundleIndexes } from './adapters/bundle-indexes';
import { configuredEmbedder } from './adapters/http-embedder';
import { QueueEmbeddingJobs } from './adapters/queue-embedding-jobs';
import { TenantPassages } from './adapters/tenant-passages';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmDocuments } from './persistence/typeorm-documents';
import { TypeOrmRetrievals } from './persistence/typeorm-retrievals';
import { TypeOrmVectors } from './persistence/typeorm-vectors';
import { DOCUMENT_STORE } from './ports/document-store';
import { EMBEDDER } from './ports/embedder';
import { EMBEDDING_JOBS } from './ports/embedding-jobs';
import { PASSAGE_LIBRARIES } from './ports/passage-libraries';
import { RETRIEVAL_STORE } from './ports/retrieval-store';
import { VECTOR_STORE } from './ports/vector-store';
import { AddGuidelineDocumentResponder } from './processors/add-guideline-document.responder';
import { AddGuidelinePassagesResponder } from './processors/add-guideline-passages.responder';
import { EmbedPassagesProcessor } from './processors/embed-passages.processor';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { GetGuidelineDocumentResponder } from './processors/get-guideline-document.responder';
import { GetOwnPassageResponder } from './processors/get-own-passage.responder';
import { ListGuidelineDocumentsResponder } from './processors/list-guideline-documents.responder';
import { ListGuidelineImportsResponder } from './processors/list-guideline-imports.responder';
import { RetrieveGuidelinesProcessor } from './processors/retrieve-guidelines.processor';
import { SearchGuidelinesResponder } from './processors/search-guidelines.responder';
import { WithdrawGuidelineDocumentResponder } from './processors/withdraw-guideline-document.responder';
import { EmbedPassages } from './use-cases/embed-passages';
import { ImportDocument } from './use-cases/import-document';
import { ManageDocuments } from './use-cases/manage-documents';
import { RankByNearness } from './use-cases/rank-by-nearness';
import { ReadOwnPassage } from './use-cases/read-own-passage';
import { RetrieveGuidelines } from './use-cases/retrieve-guidelines';
import { SearchGuidelines } from './use-cases/search-guidelines';

const ADAPTERS = [
  { provide: RETRIEVAL_STORE, useClass: TypeOrmRetrievals },
  { provide: DOCUMENT_STORE, useClass: TypeOrmDocuments },
  BundleIndexes,
  { provide: PASSAGE_LIBRARIES, useClass: TenantPassages },
  { provide: VECTOR_STORE, useClass: TypeOrmVectors },
  { provide: EMBEDDING_JOBS, useClass: QueueEmbeddingJobs },
  RelayedOutbox,
];
const USE_CASES = [
  EmbedPassages,
  ImportDocument,
  ManageDocuments,
  RankByNearness,
  ReadOwnPassage,
  RetrieveGuidelines,
  SearchGuidelines,
];
const HANDLERS = [
  AddGuidelineDocumentResponder,
  AddGuidelinePassagesResponder,
  EmbedPassagesProcessor,
  EraseCaseProcessor,
  GetGuidelineDocumentResponder,
  GetOwnPassageResponder,
  ListGuidelineDocumentsResponder,
  ListGuidelineImportsResponder,
  RetrieveGuidelinesProcessor,
  SearchGuidelinesResponder,
  WithdrawGuidelineDocumentResponder,
];

/** Keeps documents of institutions and finds guideline passages, for runs and for people who search. */
@Module({})
export class GuidelineRetrievalModule {
  static forConfig(config: GuidelineRetrievalConfig): DynamicModule {
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
        {
          provide: EMBEDDER,
          inject: [LOGGER],
          useFactory: (logger: Logger) => configuredEmbedder(config, logger),
        },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
