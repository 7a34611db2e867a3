import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import {
  CLOCK,
  HOURLY,
  LOGGER,
  Metrics,
  PeriodicModule,
  PlatformModule,
  Sealer,
  type Clock,
  type GatewayConfig,
  type Logger,
} from '@openrounds/platform';
import { QueueModule } from '@openrounds/run-flow';
import { GatewayPorts } from './gateway.ports';
import { assertOperationsHandled } from './http/assert-operations';
import { AuthenticateGuard } from './http/authenticate.guard';
import { CONTROLLERS } from './http/controllers';
import { SECURE_COOKIES } from './http/controllers/access.controller';
import { ProblemFilter } from './http/errors.filter';
import { ShuttingDown } from './http/shutting-down';
import { CASE_REGISTRY, type CaseRegistry } from './ports/case-registry';
import { CREDENTIAL_STORE, type CredentialStore } from './ports/credentials';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from './ports/idempotency';
import { JOB_INSPECTOR, type JobInspector } from './ports/job-inspector';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from './ports/knowledge-library';
import { LOAD, type Load } from './ports/load';
import { RUN_SIGNALS, type RunSignals } from './ports/run-signals';
import { RUN_STORE, type RunStore } from './ports/run-store';
import { SERVICES } from './ports/services';
import { TOKEN_VERIFIER, type TokenVerifier } from './ports/token-verifier';
import { runProcessors } from './processors/run.processors';
import { Authenticate } from './use-cases/authenticate';
import { CorrectCase } from './use-cases/correct-case';
import { CreateRun } from './use-cases/create-run';
import { Forget } from './use-cases/forget';
import { ImportCase } from './use-cases/import-case';
import { ManageApiKeys } from './use-cases/manage-api-keys';
import { ManageCases } from './use-cases/manage-cases';
import { ManageSessions } from './use-cases/manage-sessions';
import { RateLimit } from './use-cases/rate-limit';
import { ReadRun } from './use-cases/read-run';
import { Reconcile } from './use-cases/reconcile';
import { RecordRun } from './use-cases/record-run';
import { StreamRun } from './use-cases/stream-run';

/** The public API: the only service that HTTP reaches, and the only writer of a run's status. */
@Module({})
export class GatewayModule {
  static forConfig(config: GatewayConfig): DynamicModule {
    assertOperationsHandled(CONTROLLERS);
    const ports = GatewayPorts.forConfig(config);
    return {
      module: GatewayModule,
      imports: [
        PlatformModule.forService('gateway', config),
        ports,
        QueueModule.forService(
          { work: ['gateway'], interactive: [] },
          {
            inject: [RUN_STORE, CASE_REGISTRY, CLOCK, Metrics],
            useFactory: (runs: RunStore, cases: CaseRegistry, clock: Clock, metrics: Metrics) =>
              runProcessors(new RecordRun(runs, clock, metrics), cases),
          },
          { useFactory: () => [] },
          [ports],
        ),
        reconciliation(config, ports),
        retention(config, ports),
        measures(ports),
      ],
      controllers: CONTROLLERS,
      providers: [...useCases(config), ...edge, ShuttingDown],
    };
  }
}

const edge = [
  { provide: APP_FILTER, inject: [LOGGER], useFactory: (logger: Logger) => new ProblemFilter(logger) },
  {
    provide: APP_GUARD,
    inject: [Reflector, Authenticate, RateLimit],
    useFactory: (reflector: Reflector, authenticate: Authenticate, rateLimit: RateLimit) =>
      new AuthenticateGuard(reflector, authenticate, rateLimit),
  },
];

const useCases = (config: GatewayConfig) => [
  { provide: SECURE_COOKIES, useValue: config.SECURE_COOKIES },
  { provide: RateLimit, useFactory: () => new RateLimit(config.RATE_LIMIT_PER_MINUTE, config.EMBEDDED) },
  {
    provide: Authenticate,
    inject: [CREDENTIAL_STORE, TOKEN_VERIFIER, CLOCK],
    useFactory: (credentials: CredentialStore, tokens: TokenVerifier | null, clock: Clock) =>
      new Authenticate(credentials, tokens, clock),
  },
  {
    provide: ManageSessions,
    inject: [CREDENTIAL_STORE, CLOCK],
    useFactory: (credentials: CredentialStore, clock: Clock) =>
      new ManageSessions(credentials, clock, config.EMBEDDED, config.START_CODE),
  },
  {
    provide: ManageApiKeys,
    inject: [CREDENTIAL_STORE, Sealer, CLOCK],
    useFactory: (credentials: CredentialStore, sealer: Sealer, clock: Clock) =>
      new ManageApiKeys(credentials, sealer, clock),
  },
  {
    provide: ManageCases,
    inject: [CASE_REGISTRY, SERVICES, IDEMPOTENCY_STORE, KNOWLEDGE_LIBRARY, Sealer, CLOCK],
    useFactory: (...given: ConstructorParameters<typeof ManageCases>) => new ManageCases(...given),
  },
  {
    provide: ImportCase,
    inject: [ManageCases, KNOWLEDGE_LIBRARY, CLOCK],
    useFactory: (...given: ConstructorParameters<typeof ImportCase>) => new ImportCase(...given),
  },
  {
    provide: CorrectCase,
    inject: [CASE_REGISTRY, SERVICES, IDEMPOTENCY_STORE, KNOWLEDGE_LIBRARY, Sealer, CLOCK],
    useFactory: (...given: ConstructorParameters<typeof CorrectCase>) => new CorrectCase(...given),
  },
  {
    provide: CreateRun,
    inject: [RUN_STORE, CASE_REGISTRY, KNOWLEDGE_LIBRARY, LOAD, Sealer, CLOCK],
    useFactory: (
      runs: RunStore,
      cases: CaseRegistry,
      knowledge: KnowledgeLibrary,
      load: Load,
      sealer: Sealer,
      clock: Clock,
    ) =>
      new CreateRun(runs, cases, knowledge, load, sealer, clock, {
        maxQueuedRuns: config.MAX_QUEUED_RUNS,
        maxOutboxSeconds: config.MAX_OUTBOX_AGE_SECONDS,
      }),
  },
  {
    provide: ReadRun,
    inject: [RUN_STORE, KNOWLEDGE_LIBRARY, RUN_SIGNALS],
    useFactory: (runs: RunStore, knowledge: KnowledgeLibrary, signals: RunSignals) =>
      new ReadRun(runs, knowledge, signals),
  },
  {
    provide: StreamRun,
    inject: [RUN_STORE, ReadRun, RUN_SIGNALS],
    useFactory: (runs: RunStore, reader: ReadRun, signals: RunSignals) =>
      new StreamRun(runs, reader, signals),
  },
];

const reconciliation = (config: GatewayConfig, ports: DynamicModule): DynamicModule =>
  PeriodicModule.run(
    {
      name: 'reconcile',
      everyMs: Math.max(100, config.RECONCILE_AFTER_SECONDS * 500),
      inject: [RUN_STORE, JOB_INSPECTOR, CLOCK, Metrics],
      work: (runs: RunStore, jobs: JobInspector, clock: Clock, metrics: Metrics) =>
        new Reconcile(runs, jobs, new RecordRun(runs, clock, metrics), clock, {
          silentSeconds: config.RECONCILE_AFTER_SECONDS,
          timeoutSeconds: config.RUN_TIMEOUT_SECONDS,
        }).execute(),
    },
    [ports],
  );

const retention = (config: GatewayConfig, ports: DynamicModule): DynamicModule =>
  PeriodicModule.run(
    {
      name: 'forget',
      everyMs: HOURLY / 12,
      inject: [RUN_STORE, IDEMPOTENCY_STORE, CREDENTIAL_STORE, CLOCK],
      work: (runs: RunStore, idempotency: IdempotencyStore, credentials: CredentialStore, clock: Clock) =>
        new Forget(runs, idempotency, credentials, clock, {
          idempotency: config.RETENTION_IDEMPOTENCY_SECONDS,
          narrative: config.RETENTION_NARRATIVE_SECONDS,
        }).execute(),
    },
    [ports],
  );

const MEASURE_EVERY_MS = 5_000;

/** What autoscaling and alarms go by. */
const measures = (ports: DynamicModule): DynamicModule =>
  PeriodicModule.run(
    {
      name: 'measure',
      everyMs: MEASURE_EVERY_MS,
      inject: [RUN_STORE, LOAD, Metrics],
      work: async (runs: RunStore, load: Load, metrics: Metrics) => {
        metrics.queuedRuns.set(await runs.countWaiting());
        metrics.outboxAge.set(await load.oldestMessageSeconds());
        return 0;
      },
    },
    [ports],
  );
