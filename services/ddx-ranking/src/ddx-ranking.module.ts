import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { budgetOf, configurationOf, guardedModel } from '@openrounds/llm';
import { PersistenceModule } from '@openrounds/persistence';
import {
  HOURLY,
  Metrics,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type LlmConfig,
  type ServiceConfig,
} from '@openrounds/platform';
import { QueueModule } from '@openrounds/run-flow';
import { BundleEngines } from './adapters/bundle-engines';
import { LanguageModelFormat } from './adapters/language-model-format';
import { MaskerIdentityCheck } from './adapters/masker-identity-check';
import { QueueIntake } from './adapters/queue-intake';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmLlmAnswers } from './persistence/typeorm-llm-answers';
import { TypeOrmLlmUsage } from './persistence/typeorm-llm-usage';
import { TypeOrmRankings } from './persistence/typeorm-rankings';
import { ENGINES } from './ports/engines';
import { IDENTITY_CHECK } from './ports/identity-check';
import { INTAKE } from './ports/intake';
import { LANGUAGE_MODEL, LLM_BUDGET_MS } from './ports/language-model';
import { LLM_ANSWERS, type LlmAnswers } from './ports/llm-answers';
import { LLM_USAGE, type LlmUsageStore } from './ports/llm-usage';
import { RANKING_STORE } from './ports/ranking-store';
import { CompareDiseasesResponder } from './processors/compare-diseases.responder';
import { CounterfactualResponder } from './processors/counterfactual.responder';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { OutcomeTableResponder } from './processors/outcome-table.responder';
import { PlayRoleProcessor } from './processors/play-role.processor';
import { RankCodedResponder } from './processors/rank-coded.responder';
import { RankDifferentialProcessor } from './processors/rank-differential.processor';
import { RankFactsProcessor } from './processors/rank-facts.processor';
import { RankWithLlmProcessor } from './processors/rank-with-llm.processor';
import { ReadWithLlmProcessor } from './processors/read-with-llm.processor';
import { ReadRankingResponder } from './processors/read-ranking.responder';
import { ReplayRecordResponder } from './processors/replay-record.responder';
import { StagesResponder } from './processors/stages.responder';
import { TutorAnswerProcessor } from './processors/tutor-answer.processor';
import { WhatIfResponder } from './processors/what-if.responder';
import { WriteNarrationProcessor } from './processors/write-narration.processor';
import { AnswerTutor } from './use-cases/answer-tutor';
import { ForgetLlm, KEEP_LLM_ANSWERS_SECONDS } from './use-cases/forget-llm';
import { ListsFirst } from './use-cases/lists-first';
import { PlayRole } from './use-cases/play-role';
import { RankDifferential } from './use-cases/rank-differential';
import { RankFacts } from './use-cases/rank-facts';
import { RankWithLlm } from './use-cases/rank-with-llm';
import { ReadWithLlm } from './use-cases/read-with-llm';
import { ReplayRun } from './use-cases/replay-run';
import { DraftFeedback } from './use-cases/roles/draft-feedback';
import { DraftQuestions } from './use-cases/roles/draft-questions';
import { SpeakAsPatient } from './use-cases/roles/speak-as-patient';
import { TabulateOutcomes } from './use-cases/tabulate-outcomes';
import { ViewRun } from './use-cases/view-run';
import { WhatIf } from './use-cases/what-if';
import { WriteNarration } from './use-cases/write-narration';

const ADAPTERS = [
  { provide: RANKING_STORE, useClass: TypeOrmRankings },
  { provide: LLM_ANSWERS, useClass: TypeOrmLlmAnswers },
  { provide: LLM_USAGE, useClass: TypeOrmLlmUsage },
  { provide: ENGINES, useClass: BundleEngines },
  { provide: INTAKE, useClass: QueueIntake },
  { provide: IDENTITY_CHECK, useClass: MaskerIdentityCheck },
  LanguageModelFormat,
];
const USE_CASES = [
  AnswerTutor,
  DraftFeedback,
  DraftQuestions,
  ForgetLlm,
  ListsFirst,
  PlayRole,
  RankDifferential,
  RankFacts,
  RankWithLlm,
  ReadWithLlm,
  ReplayRun,
  SpeakAsPatient,
  TabulateOutcomes,
  ViewRun,
  WhatIf,
  WriteNarration,
];
const HANDLERS = [
  CompareDiseasesResponder,
  CounterfactualResponder,
  EraseCaseProcessor,
  OutcomeTableResponder,
  PlayRoleProcessor,
  RankCodedResponder,
  RankDifferentialProcessor,
  RankFactsProcessor,
  RankWithLlmProcessor,
  ReadRankingResponder,
  ReadWithLlmProcessor,
  ReplayRecordResponder,
  StagesResponder,
  TutorAnswerProcessor,
  WhatIfResponder,
  WriteNarrationProcessor,
];

/** The language model with what guards it; null where none is configured. */
const languageModel = (config: LlmConfig): FactoryProvider => ({
  provide: LANGUAGE_MODEL,
  inject: [LLM_ANSWERS, LLM_USAGE, Metrics],
  useFactory: (answers: LlmAnswers, ledger: LlmUsageStore, { llmDropped }: Metrics) =>
    guardedModel(configurationOf(config), {
      budget: budgetOf(config),
      ledger,
      answers: config.LLM_CACHE_SECONDS === 0 ? null : answers,
      onDropped: (role, kind) => {
        llmDropped.inc({ role, kind });
      },
    }),
});

/** Ranks differentials, answers what-if questions and asks the language model, where one is configured. */
@Module({})
export class DdxRankingModule {
  static forConfig(config: ServiceConfig, llm: LlmConfig): DynamicModule {
    return {
      module: DdxRankingModule,
      imports: [
        PlatformModule.forService('ddx-ranking', config),
        SealingModule.forService(config),
        ServiceHttpModule,
        PersistenceModule.forService({ schema: 'ddx_ranking', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running({ name: 'forget-llm', everyMs: HOURLY, useCase: ForgetLlm }),
        QueueModule.serving('ddx-ranking', 'ddx-ranking-llm', 'ddx-ranking-interactive'),
      ],
      providers: [
        { provide: BundleStore, useValue: new BundleStore(config.KNOWLEDGE_DIR) },
        languageModel(llm),
        { provide: LLM_BUDGET_MS, useValue: llm.LLM_TIMEOUT_SECONDS * 1000 },
        {
          provide: KEEP_LLM_ANSWERS_SECONDS,
          useValue: Math.min(llm.LLM_CACHE_SECONDS, config.RETENTION_NARRATIVE_SECONDS),
        },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
