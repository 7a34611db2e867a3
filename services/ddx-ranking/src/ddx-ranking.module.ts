import { Module, type DynamicModule } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { configuredRanker, type RankWithLlm as Llm } from '@openrounds/llm';
import { DATA_SOURCE, PersistenceModule, type DataSource } from '@openrounds/persistence';
import {
  CLOCK,
  PlatformModule,
  ServiceHttpModule,
  type Clock,
  type LlmConfig,
  type ServiceConfig,
} from '@openrounds/platform';
import {
  eraseCaseProcessor,
  HOUSE_QUEUES,
  QueueModule,
  RunReporter,
  type HouseQueues,
} from '@openrounds/run-flow';
import { BundleEngines } from './adapters/bundle-engines';
import { ENTITIES } from './persistence/entities';
import { TypeOrmRankings } from './persistence/typeorm-rankings';
import { MIGRATIONS } from './persistence/migrations';
import { ENGINES, type Engines } from './ports/engines';
import { RANKING_STORE, type RankingStore } from './ports/ranking-store';
import { RankDifferentialProcessor } from './processors/rank-differential.processor';
import { RankWithLlmProcessor } from './processors/rank-with-llm.processor';
import { viewRunResponders } from './processors/view-run.responders';
import { WhatIfResponder } from './processors/what-if.responder';
import { RankDifferential } from './use-cases/rank-differential';
import { RankWithLlm } from './use-cases/rank-with-llm';
import { ViewRun } from './use-cases/view-run';
import { WhatIf } from './use-cases/what-if';

const SCHEMA = 'ddx_ranking';
const LLM = Symbol('Llm');

const llmOptions = (config: LlmConfig): Parameters<typeof configuredRanker>[0] =>
  config.LLM_BASE_URL === undefined
    ? null
    : {
        kind: 'openai-compatible',
        baseUrl: config.LLM_BASE_URL,
        model: config.LLM_MODEL ?? 'default',
        ...(config.LLM_API_KEY === undefined ? {} : { apiKey: config.LLM_API_KEY }),
        timeoutMs: config.LLM_TIMEOUT_SECONDS * 1000,
      };

/** Ranks differentials, answers what-if questions and asks the language model, where one is configured. */
@Module({})
export class DdxRankingModule {
  static forConfig(config: ServiceConfig, llm: LlmConfig): DynamicModule {
    return {
      module: DdxRankingModule,
      imports: [
        PlatformModule.forService('ddx-ranking', config),
        ServiceHttpModule,
        QueueModule.forService(
          { work: ['ddx-ranking', 'ddx-ranking-llm'], interactive: ['ddx-ranking-interactive'] },
          {
            inject: [RANKING_STORE, ENGINES, CLOCK, HOUSE_QUEUES, RunReporter, LLM],
            useFactory: (
              rankings: RankingStore,
              engines: Engines,
              clock: Clock,
              { jobs, flows }: HouseQueues,
              reporter: RunReporter,
              model: Llm | null,
            ) => [
              new RankDifferentialProcessor(
                new RankDifferential(rankings, engines, clock),
                flows,
                reporter,
                clock,
                model !== null,
              ),
              new RankWithLlmProcessor(
                model === null ? null : new RankWithLlm(engines, model),
                reporter,
                clock,
              ),
              eraseCaseProcessor({
                service: 'ddx-ranking',
                jobs,
                erase: (tenantId, caseId) => rankings.erase(tenantId, caseId),
                jobsOfRun: [
                  { queue: 'ddx-ranking', job: 'rank-differential.v1' },
                  { queue: 'ddx-ranking-llm', job: 'rank-with-llm.v1' },
                ],
              }),
            ],
          },
          {
            inject: [RANKING_STORE, ENGINES],
            useFactory: (rankings: RankingStore, engines: Engines) => [
              new WhatIfResponder(new WhatIf(rankings, engines)),
              ...viewRunResponders(new ViewRun(rankings, engines)),
            ],
          },
          [DdxRankingPorts.forConfig(config, llm)],
        ),
      ],
    };
  }
}

/** The adapters behind this service's ports. */
@Module({})
class DdxRankingPorts {
  static forConfig(config: ServiceConfig, llm: LlmConfig): DynamicModule {
    const providers = [
      {
        provide: RANKING_STORE,
        inject: [DATA_SOURCE],
        useFactory: (dataSource: DataSource) => new TypeOrmRankings(dataSource),
      },
      { provide: ENGINES, useFactory: () => new BundleEngines(new BundleStore(config.KNOWLEDGE_DIR)) },
      { provide: LLM, useFactory: () => configuredRanker(llmOptions(llm)) },
    ];
    return {
      module: DdxRankingPorts,
      imports: [PersistenceModule.forService({ schema: SCHEMA, entities: ENTITIES, migrations: MIGRATIONS })],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
