import { Inject, Injectable, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { DATA_SOURCE, PersistenceModule, type DataSource } from '@openrounds/persistence';
import {
  CLOCK,
  HOURLY,
  LOGGER,
  PeriodicModule,
  PlatformModule,
  Sealer,
  ServiceHttpModule,
  type Clock,
  type Logger,
  type ServiceConfig,
} from '@openrounds/platform';
import {
  eraseCaseProcessor,
  HOUSE_QUEUES,
  QueueModule,
  RunReporter,
  type HouseQueues,
} from '@openrounds/run-flow';
import { BundleVocabularies } from './adapters/bundle-vocabularies';
import { MIGRATIONS } from './persistence/migrations';
import { ENTITIES } from './persistence/entities';
import { TypeOrmCases } from './persistence/typeorm-cases';
import { CASE_STORE, type CaseStore } from './ports/case-store';
import { VOCABULARIES, type Vocabularies } from './ports/vocabularies';
import { interactiveResponders } from './processors/interactive.responders';
import { NormaliseCaseProcessor } from './processors/normalise-case.processor';
import { CorrectCase } from './use-cases/correct-case';
import { CreateCase } from './use-cases/create-case';
import { ForgetNarratives } from './use-cases/forget-narratives';
import { NormaliseCase } from './use-cases/normalise-case';

const SCHEMA = 'case_intake';

/** Understands cases and owns them: the only service that holds narratives, and those sealed. */
@Module({})
export class CaseIntakeModule {
  static forConfig(config: ServiceConfig): DynamicModule {
    const ports = CaseIntakePorts.forConfig(config);
    return {
      module: CaseIntakeModule,
      imports: [
        PlatformModule.forService('case-intake', config),
        ServiceHttpModule,
        PeriodicModule.run(
          {
            name: 'forget-narratives',
            everyMs: HOURLY,
            inject: [CASE_STORE, CLOCK],
            work: (cases: CaseStore, clock: Clock) =>
              new ForgetNarratives(cases, clock, config.RETENTION_NARRATIVE_SECONDS).execute(),
          },
          [ports],
        ),
        QueueModule.forService(
          { work: ['case-intake'], interactive: ['case-intake-interactive'] },
          {
            inject: [CASE_STORE, VOCABULARIES, CLOCK, HOUSE_QUEUES, RunReporter, Sealer],
            useFactory: (
              cases: CaseStore,
              vocabularies: Vocabularies,
              clock: Clock,
              { jobs }: HouseQueues,
              reporter: RunReporter,
              sealer: Sealer,
            ) => [
              new NormaliseCaseProcessor(
                new NormaliseCase(cases, vocabularies, clock),
                jobs,
                reporter,
                sealer,
                clock,
              ),
              eraseCaseProcessor({
                service: 'case-intake',
                jobs,
                erase: (tenantId, caseId) => cases.erase(tenantId, caseId),
                jobsOfRun: [{ queue: 'case-intake', job: 'normalise-case.v1' }],
              }),
            ],
          },
          {
            inject: [CASE_STORE, VOCABULARIES, CLOCK, Sealer],
            useFactory: (cases: CaseStore, vocabularies: Vocabularies, clock: Clock, sealer: Sealer) =>
              interactiveResponders({
                createCase: new CreateCase(cases, vocabularies, clock),
                correctCase: new CorrectCase(cases, vocabularies, clock),
                cases,
                vocabularies,
                sealer,
              }),
          },
          [ports],
        ),
      ],
    };
  }
}

/** Makes ready before the service says that it is: compiling a vocabulary takes longer than anybody waits. */
@Injectable()
class WarmUp implements OnApplicationBootstrap {
  constructor(
    @Inject(VOCABULARIES) private readonly vocabularies: BundleVocabularies,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.vocabularies.warmUp();
    } catch (error) {
      this.logger.warn({ err: error }, 'no knowledge version is active yet');
    }
  }
}

/** The adapters behind this service's ports. */
@Module({})
class CaseIntakePorts {
  static forConfig(config: ServiceConfig): DynamicModule {
    const providers = [
      {
        provide: CASE_STORE,
        inject: [DATA_SOURCE, Sealer],
        useFactory: (dataSource: DataSource, sealer: Sealer) => new TypeOrmCases(dataSource, sealer),
      },
      {
        provide: VOCABULARIES,
        useFactory: () => new BundleVocabularies(new BundleStore(config.KNOWLEDGE_DIR)),
      },
    ];
    return {
      module: CaseIntakePorts,
      imports: [PersistenceModule.forService({ schema: SCHEMA, entities: ENTITIES, migrations: MIGRATIONS })],
      providers: [...providers, WarmUp],
      exports: providers.map(({ provide }) => provide),
    };
  }
}
