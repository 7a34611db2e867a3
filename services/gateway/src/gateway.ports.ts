import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type QUEUES } from '@openrounds/contracts';
import { BundleStore, searchFindings } from '@openrounds/knowledge';
import {
  DATA_SOURCE,
  PersistenceModule,
  startOutboxRelay,
  type DataSource,
  type OutboxRelay,
} from '@openrounds/persistence';
import { CLOCK, LOGGER, Sealer, type Clock, type GatewayConfig, type Logger } from '@openrounds/platform';
import { type Requester } from '@openrounds/queue';
import { HOUSE_QUEUES, QueueConnectionModule, type HouseQueues } from '@openrounds/run-flow';
import { BundleLibrary } from './adapters/bundle-library';
import { JwksVerifier } from './adapters/jwks-verifier';
import { registerLocalKey } from './adapters/local-key';
import { OutboxLoad } from './adapters/outbox-load';
import { PostgresRunSignals } from './adapters/postgres-run-signals';
import { QueueJobInspector } from './adapters/queue-job-inspector';
import { queueServices } from './adapters/queue-services';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { RUN_CHANNEL } from './persistence/notify';
import { OUTBOX } from './persistence/outbox';
import { TypeOrmCaseRegistry } from './persistence/typeorm-case-registry';
import { TypeOrmCredentials } from './persistence/typeorm-credentials';
import { TypeOrmIdempotency } from './persistence/typeorm-idempotency';
import { TypeOrmRuns } from './persistence/typeorm-runs';
import { CASE_REGISTRY } from './ports/case-registry';
import { CREDENTIAL_STORE, type CredentialStore } from './ports/credentials';
import { IDEMPOTENCY_STORE } from './ports/idempotency';
import { JOB_INSPECTOR } from './ports/job-inspector';
import { KNOWLEDGE_LIBRARY } from './ports/knowledge-library';
import { LOAD } from './ports/load';
import { RUN_SIGNALS } from './ports/run-signals';
import { RUN_STORE } from './ports/run-store';
import { SERVICES } from './ports/services';
import { TOKEN_VERIFIER } from './ports/token-verifier';

const SCHEMA = 'gateway';
export const GATEWAY_CONFIG = Symbol('GatewayConfig');
const REQUESTER = Symbol('Requester');

/** What must start after the database and stop before it: relay, signals, replies, the local key. */
@Injectable()
class GatewayLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(HOUSE_QUEUES) private readonly queues: HouseQueues,
    @Inject(REQUESTER) private readonly requester: Requester<typeof QUEUES>,
    @Inject(RUN_SIGNALS) private readonly signals: PostgresRunSignals,
    @Inject(CREDENTIAL_STORE) private readonly credentials: CredentialStore,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: BundleLibrary,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { LOCAL_API_KEY_FILE } = this.config;
    if (LOCAL_API_KEY_FILE !== undefined)
      await registerLocalKey(LOCAL_API_KEY_FILE, this.credentials, this.clock);
    this.warmUp();
    this.relay = startOutboxRelay({
      dataSource: this.dataSource,
      target: this.queues.jobs as Parameters<typeof startOutboxRelay>[0]['target'],
      onError: (error, willRetry) => {
        this.logger.error({ error: error.name, willRetry }, 'a message could not be sent');
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.close();
    await Promise.all([this.requester.close(), this.signals.close()]);
  }

  /** The first type-ahead and the first check would otherwise pay for their index. */
  private warmUp(): void {
    try {
      searchFindings(this.knowledge.current().bundle, 'a', 'en', 1);
    } catch (error) {
      this.logger.warn({ err: error }, 'no knowledge version is active yet');
    }
  }
}

const verifierOf = (config: GatewayConfig): JwksVerifier | null => {
  const {
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_URL: jwksUrl,
    JWT_ALGORITHMS: algorithms,
  } = config;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return null;
  return new JwksVerifier({ issuer, audience, jwksUrl, algorithms });
};

/** The adapters behind the gateway's ports. */
@Module({})
export class GatewayPorts {
  static forConfig(config: GatewayConfig): DynamicModule {
    const stores = [
      {
        provide: CASE_REGISTRY,
        inject: [DATA_SOURCE],
        useFactory: (db: DataSource) => new TypeOrmCaseRegistry(db),
      },
      {
        provide: CREDENTIAL_STORE,
        inject: [DATA_SOURCE],
        useFactory: (db: DataSource) => new TypeOrmCredentials(db),
      },
      {
        provide: IDEMPOTENCY_STORE,
        inject: [DATA_SOURCE],
        useFactory: (db: DataSource) => new TypeOrmIdempotency(db),
      },
      { provide: LOAD, inject: [DATA_SOURCE], useFactory: (db: DataSource) => new OutboxLoad(db, OUTBOX) },
      {
        provide: RUN_STORE,
        inject: [DATA_SOURCE, Sealer],
        useFactory: (db: DataSource, sealer: Sealer) => new TypeOrmRuns(db, sealer),
      },
    ];
    const others = [
      { provide: GATEWAY_CONFIG, useValue: config },
      { provide: TOKEN_VERIFIER, useFactory: () => verifierOf(config) },
      {
        provide: KNOWLEDGE_LIBRARY,
        useFactory: () =>
          new BundleLibrary(
            new BundleStore(config.KNOWLEDGE_DIR),
            config.LLM_BASE_URL === undefined ? null : (config.LLM_MODEL ?? 'default'),
          ),
      },
      {
        provide: RUN_SIGNALS,
        inject: [LOGGER],
        useFactory: async (logger: Logger) => {
          const signals = new PostgresRunSignals(config.DATABASE_URL, RUN_CHANNEL, logger);
          await signals.open();
          return signals;
        },
      },
      {
        provide: REQUESTER,
        inject: [HOUSE_QUEUES],
        useFactory: (queues: HouseQueues) => queues.openRequester(`gateway-${config.INSTANCE_ID}`),
      },
      {
        provide: SERVICES,
        inject: [REQUESTER],
        useFactory: (requester: Requester<typeof QUEUES>) =>
          queueServices(requester, config.REQUEST_DEADLINE_MS),
      },
      {
        provide: JOB_INSPECTOR,
        inject: [HOUSE_QUEUES, LOAD],
        useFactory: ({ jobs }: HouseQueues, load: OutboxLoad) =>
          new QueueJobInspector(jobs, (jobId) => load.isUnsent(jobId)),
      },
    ];
    const providers = [...stores, ...others];
    return {
      module: GatewayPorts,
      imports: [
        PersistenceModule.forService({ schema: SCHEMA, entities: ENTITIES, migrations: MIGRATIONS }),
        QueueConnectionModule,
      ],
      providers: [...providers, GatewayLifecycle],
      exports: providers.map(({ provide }) => provide),
    };
  }
}
