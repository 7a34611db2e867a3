import { Module, type DynamicModule } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import {
  HOURLY,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type ServiceConfig,
} from '@openrounds/platform';
import { QueueModule } from '@openrounds/run-flow';
import { BundleVocabularies } from './adapters/bundle-vocabularies';
import { WarmUp } from './adapters/warm-up';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmCases } from './persistence/typeorm-cases';
import { CASE_STORE } from './ports/case-store';
import { VOCABULARIES } from './ports/vocabularies';
import { AddedFindingsResponder } from './processors/added-findings.responder';
import { CheckReadingResponder } from './processors/check-reading.responder';
import { CreateCaseResponder } from './processors/create-case.responder';
import { CreateCaseVersionResponder } from './processors/create-case-version.responder';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { GetCaseResponder } from './processors/get-case.responder';
import { ListCasesResponder } from './processors/list-cases.responder';
import { NormaliseCaseProcessor } from './processors/normalise-case.processor';
import { PreviewIntakeResponder } from './processors/preview-intake.responder';
import { ReadingMaterialResponder } from './processors/reading-material.responder';
import { ReadQuestionResponder } from './processors/read-question.responder';
import { CheckReading } from './use-cases/check-reading';
import { CorrectCase } from './use-cases/correct-case';
import { CreateCase } from './use-cases/create-case';
import { FindCase } from './use-cases/find-case';
import { ForgetNarratives, KEEP_NARRATIVES_SECONDS } from './use-cases/forget-narratives';
import { ListCases } from './use-cases/list-cases';
import { NormaliseCase } from './use-cases/normalise-case';
import { OfferReading } from './use-cases/offer-reading';
import { FindAdded } from './use-cases/find-added';
import { PreviewIntake } from './use-cases/preview-intake';
import { ReadQuestion } from './use-cases/read-question';

const ADAPTERS = [
  { provide: CASE_STORE, useClass: TypeOrmCases },
  { provide: VOCABULARIES, useClass: BundleVocabularies },
  WarmUp,
];
const USE_CASES = [
  CheckReading,
  CorrectCase,
  CreateCase,
  FindCase,
  ForgetNarratives,
  ListCases,
  NormaliseCase,
  OfferReading,
  FindAdded,
  PreviewIntake,
  ReadQuestion,
];
const HANDLERS = [
  AddedFindingsResponder,
  CheckReadingResponder,
  CreateCaseResponder,
  CreateCaseVersionResponder,
  EraseCaseProcessor,
  GetCaseResponder,
  ListCasesResponder,
  NormaliseCaseProcessor,
  PreviewIntakeResponder,
  ReadingMaterialResponder,
  ReadQuestionResponder,
];

/** Understands cases and owns them: the only service that holds narratives, and those sealed. */
@Module({})
export class CaseIntakeModule {
  static forConfig(config: ServiceConfig): DynamicModule {
    return {
      module: CaseIntakeModule,
      imports: [
        PlatformModule.forService('case-intake', config),
        SealingModule.forService(config),
        ServiceHttpModule,
        PersistenceModule.forService({ schema: 'case_intake', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running({ name: 'forget-narratives', everyMs: HOURLY, useCase: ForgetNarratives }),
        QueueModule.serving('case-intake', 'case-intake-interactive'),
      ],
      providers: [
        { provide: BundleStore, useValue: new BundleStore(config.KNOWLEDGE_DIR) },
        { provide: KEEP_NARRATIVES_SECONDS, useValue: config.RETENTION_NARRATIVE_SECONDS },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
