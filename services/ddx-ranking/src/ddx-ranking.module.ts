import { Module, type DynamicModule } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { configuredModel, endpointOf } from '@openrounds/llm';
import { PersistenceModule } from '@openrounds/persistence';
import {
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
import { TypeOrmRankings } from './persistence/typeorm-rankings';
import { ENGINES } from './ports/engines';
import { IDENTITY_CHECK } from './ports/identity-check';
import { INTAKE } from './ports/intake';
import { LANGUAGE_MODEL, LLM_BUDGET_MS } from './ports/language-model';
import { RANKING_STORE } from './ports/ranking-store';
import { CompareDiseasesResponder } from './processors/compare-diseases.responder';
import { CounterfactualResponder } from './processors/counterfactual.responder';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { OutcomeTableResponder } from './processors/outcome-table.responder';
import { RankDifferentialProcessor } from './processors/rank-differential.processor';
import { RankFactsProcessor } from './processors/rank-facts.processor';
import { RankWithLlmProcessor } from './processors/rank-with-llm.processor';
import { ReadWithLlmProcessor } from './processors/read-with-llm.processor';
import { ReadRankingResponder } from './processors/read-ranking.responder';
import { ReplayRecordResponder } from './processors/replay-record.responder';
import { StagesResponder } from './processors/stages.responder';
import { WhatIfResponder } from './processors/what-if.responder';
import { WriteNarrationProcessor } from './processors/write-narration.processor';
import { RankDifferential } from './use-cases/rank-differential';
import { RankFacts } from './use-cases/rank-facts';
import { RankWithLlm } from './use-cases/rank-with-llm';
import { ReadWithLlm } from './use-cases/read-with-llm';
import { ReplayRun } from './use-cases/replay-run';
import { TabulateOutcomes } from './use-cases/tabulate-outcomes';
import { ViewRun } from './use-cases/view-run';
import { WhatIf } from './use-cases/what-if';
import { WriteNarration } from './use-cases/write-narration';

const ADAPTERS = [
  { provide: RANKING_STORE, useClass: TypeOrmRankings },
  { provide: ENGINES, useClass: BundleEngines },
  { provide: INTAKE, useClass: QueueIntake },
  { provide: IDENTITY_CHECK, useClass: MaskerIdentityCheck },
  LanguageModelFormat,
];
const USE_CASES = [
  RankDifferential,
  RankFacts,
  RankWithLlm,
  ReadWithLlm,
  ReplayRun,
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
  RankDifferentialProcessor,
  RankFactsProcessor,
  RankWithLlmProcessor,
  ReadRankingResponder,
  ReadWithLlmProcessor,
  ReplayRecordResponder,
  StagesResponder,
  WhatIfResponder,
  WriteNarrationProcessor,
];

const llmOptions = (config: LlmConfig): Parameters<typeof configuredModel>[0] => {
  const endpoint = endpointOf(config);
  return endpoint && { kind: 'openai-compatible', ...endpoint };
};

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
        QueueModule.serving('ddx-ranking', 'ddx-ranking-llm', 'ddx-ranking-interactive'),
      ],
      providers: [
        { provide: BundleStore, useValue: new BundleStore(config.KNOWLEDGE_DIR) },
        { provide: LANGUAGE_MODEL, useValue: configuredModel(llmOptions(llm)) },
        { provide: LLM_BUDGET_MS, useValue: llm.LLM_TIMEOUT_SECONDS * 1000 },
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
