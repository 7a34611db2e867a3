import {
  DEFAULT_SCHEMA,
  FlowProducer,
  LATEST_SCHEMA_VERSION,
  Queue,
  type QueueBaseOptions,
  SchemaMigrationRequiredError,
  assertSchemaCompatibility,
  runMigrations,
} from 'bullmq';
import { Client, type ClientConfig, Pool } from 'pg';
import { whenReachable } from '../infrastructure/when-reachable';
import { AbandonableWorker } from './abandonable-worker';
import { type BullBackend, NO_EVENTS } from './backend';
import { JobSignals } from './postgres/job-signals';
import { prepareStatements } from './postgres/prepare-statements';
import { publishNoEvents } from './postgres/publish-no-events';
import { restAsSent } from './postgres/rest-as-sent';
import { SparingBackend } from './postgres/sparing-backend';
import { CLOSE_MS } from './within';

export interface PostgresBackendOptions {
  /** Connection string of the role that owns the queue's schema. */
  readonly url: string;
  /** Largest number of connections of this process, besides the one that it listens on. Default 20. */
  readonly poolSize?: number;
}

const CONNECT_MS = 5_000;
/** A statement of a queue takes milliseconds; one that takes longer than this is stuck. */
const STATEMENT_MS = 20_000;
/** A new connection proves its password and compiles the functions of the queue again: 10 ms of processor time. */
const IDLE_MS = 300_000;

/**
 * BullMQ on Postgres with one pool for the whole process: by itself BullMQ would open a pool for each queue and
 * worker. A pool that is handed over is taken to live in BullMQ's default schema, so ours has that name.
 * The schema is made or brought up to date first; starting several processes at once is safe.
 */
export async function openPostgresBackend(
  options: PostgresBackendOptions,
  onError: (error: Error) => void,
  onReady: () => void,
): Promise<BullBackend> {
  await whenReachable(() => migrate(options.url));
  const config: ClientConfig = {
    connectionString: options.url,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    application_name: 'openrounds-queue',
  };
  const connection = new Pool({ ...config, max: options.poolSize ?? 20, idleTimeoutMillis: IDLE_MS });
  connection.setMaxListeners(0); // every queue and worker adds one, by design
  connection.on('error', onError);
  connection.on('connect', onReady);
  prepareStatements(connection);
  const signals = new JobSignals(config, onError);
  const createBackend = (name: string, backendOptions: QueueBaseOptions<Pool>) =>
    new SparingBackend(connection, signals, name, backendOptions);

  return {
    queue(name, onQueueError) {
      const queue = new Queue(name, { connection, ...NO_EVENTS }, createBackend);
      queue.on('error', onQueueError);
      return queue;
    },
    worker(name, process, workerOptions, events) {
      const worker = new AbandonableWorker(
        name,
        process,
        { ...workerOptions, connection, autorun: true },
        createBackend,
      );
      worker.on('error', events.onError);
      worker.on('stalled', events.onStalled);
      worker.on('completed', events.onCompleted);
      worker.on('failed', events.onFailed);
      return worker;
    },
    flowProducer(onFlowError) {
      const flows = new FlowProducer({ connection }, createBackend);
      flows.on('error', onFlowError);
      return flows;
    },
    async ping() {
      await connection.query('SELECT 1');
    },
    closeMs: () => CLOSE_MS,
    async close() {
      await signals.close();
      await connection.end();
    },
  };
}

/**
 * The check costs one read; migrating takes locks even when there is nothing to do. On a connection of its own, without
 * a statement time-out: one process migrates and the others wait.
 */
async function migrate(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    application_name: 'openrounds-queue-migrations',
  });
  await client.connect();
  try {
    if ((await schemaVersion(client)) < LATEST_SCHEMA_VERSION) await runMigrations(client);
    await publishNoEvents(client);
    await restAsSent(client);
  } finally {
    await client.end();
  }
}

async function schemaVersion(client: Client): Promise<number> {
  try {
    return await assertSchemaCompatibility(client);
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return 0;
    throw error;
  }
}
