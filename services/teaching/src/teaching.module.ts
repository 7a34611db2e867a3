import { Module, type DynamicModule } from '@nestjs/common';
import { TeachingStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import {
  HOURLY,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type TeachingConfig,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { BundleLibraries } from './adapters/bundle-libraries';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmCases } from './persistence/typeorm-cases';
import { TypeOrmForecasts } from './persistence/typeorm-forecasts';
import { CASE_LIBRARIES } from './ports/case-library';
import { CASE_STORE } from './ports/case-store';
import { FORECAST_STORE } from './ports/forecast-store';
import { ActOnTeachingCaseResponder } from './processors/act-on-teaching-case.responder';
import { CreateTeachingCaseResponder } from './processors/create-teaching-case.responder';
import { CreateTeachingCaseVersionResponder } from './processors/create-teaching-case-version.responder';
import { DeleteTeachingCaseResponder } from './processors/delete-teaching-case.responder';
import { FactsRankedProcessor } from './processors/facts-ranked.processor';
import { ForecastCaseResponder } from './processors/forecast-case.responder';
import { GetTeachingCaseResponder } from './processors/get-teaching-case.responder';
import { ListLibraryResponder } from './processors/list-library.responder';
import { ListTeachingCasesResponder } from './processors/list-teaching-cases.responder';
import { ActOnCase, NEEDS_REVIEW } from './use-cases/act-on-case';
import { ChangeCase } from './use-cases/change-case';
import { CreateCase } from './use-cases/create-case';
import { DeleteCase } from './use-cases/delete-case';
import { ForgetForecasts } from './use-cases/forget-forecasts';
import { KeepForecast } from './use-cases/keep-forecast';
import { ListCases } from './use-cases/list-cases';
import { ListLibrary } from './use-cases/list-library';
import { OpenCase } from './use-cases/open-case';
import { ReadForecast } from './use-cases/read-forecast';
import { TellCase } from './use-cases/tell-case';

const ADAPTERS = [
  { provide: CASE_LIBRARIES, useClass: BundleLibraries },
  { provide: CASE_STORE, useClass: TypeOrmCases },
  { provide: FORECAST_STORE, useClass: TypeOrmForecasts },
  RelayedOutbox,
];
const USE_CASES = [
  ActOnCase,
  ChangeCase,
  CreateCase,
  DeleteCase,
  ForgetForecasts,
  KeepForecast,
  ListCases,
  ListLibrary,
  OpenCase,
  ReadForecast,
  TellCase,
];
const HANDLERS = [
  ActOnTeachingCaseResponder,
  CreateTeachingCaseResponder,
  CreateTeachingCaseVersionResponder,
  DeleteTeachingCaseResponder,
  FactsRankedProcessor,
  ForecastCaseResponder,
  GetTeachingCaseResponder,
  ListLibraryResponder,
  ListTeachingCasesResponder,
];

/** The library of cases: those that come with the product, and those that teachers write, review and publish. */
@Module({})
export class TeachingModule {
  static forConfig(config: TeachingConfig): DynamicModule {
    return {
      module: TeachingModule,
      imports: [
        PlatformModule.forService('teaching', config),
        SealingModule.forService(config),
        ServiceHttpModule,
        PersistenceModule.forService({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running({ name: 'forget-forecasts', everyMs: HOURLY, useCase: ForgetForecasts }),
        QueueModule.serving('teaching', 'teaching-interactive'),
      ],
      providers: [
        { provide: TeachingStore, useValue: new TeachingStore(config.KNOWLEDGE_DIR) },
        { provide: NEEDS_REVIEW, useValue: !config.EMBEDDED },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
