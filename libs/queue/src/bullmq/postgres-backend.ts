import {
  DEFAULT_SCHEMA,
  FlowProducer,
  LATEST_SCHEMA_VERSION,
  Queue,
  SchemaMigrationRequiredError,
  assertSchemaCompatibility,
  createPostgresBackend,
  runMigrations,
} from 'bullmq';
import { Pool, type PoolClient } from 'pg';
import { AbandonableWorker } from './abandonable-worker';
import { type BullBackend, NO_EVENTS } from './backend';

export interface PostgresBackendOptions {
  /** Connection string of the role that owns the queue's schema. */
  readonly url: string;
  /** Largest number of connections of this process. Each worker holds one to listen on. Default 20. */
  readonly poolSize?: number;
}

/**
 * BullMQ on Postgres with one pool for the whole process: by itself BullMQ would open a pool for each queue and
 * worker. A pool that is handed over is taken to live in BullMQ's default schema, so ours has that name.
 * The schema is made or brought up to date first; starting several processes at once is safe.
 */
export async function openPostgresBackend(
  options: PostgresBackendOptions,
  onError: (error: Error) => void,
): Promise<BullBackend> {
  const max = options.poolSize ?? 20;
  const connection = new Pool({
    connectionString: options.url,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    application_name: 'openrounds-queue',
  });
  connection.setMaxListeners(0); // every queue and worker adds one, by design
  connection.on('error', onError);
  try {
    await migrate(connection);
  } catch (error) {
    await connection.end();
    throw error;
  }

  return {
    workerLimit: Math.max(1, Math.floor(max / 2)),
    queue(name, onQueueError) {
      const queue = new Queue(name, { connection, ...NO_EVENTS }, createPostgresBackend);
      queue.on('error', onQueueError);
      return queue;
    },
    worker(name, process, workerOptions, events) {
      const worker = new AbandonableWorker(
        name,
        process,
        { ...workerOptions, connection, autorun: true },
        createPostgresBackend,
      );
      worker.on('error', events.onError);
      worker.on('stalled', events.onStalled);
      worker.on('completed', events.onCompleted);
      worker.on('failed', events.onFailed);
      return worker;
    },
    flowProducer(onFlowError) {
      const flows = new FlowProducer({ connection }, createPostgresBackend);
      flows.on('error', onFlowError);
      return flows;
    },
    async ping() {
      await connection.query('SELECT 1');
    },
    close: () => connection.end(),
  };
}

/** The check costs one read; migrating takes locks even when there is nothing to do. */
async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if ((await schemaVersion(client)) < LATEST_SCHEMA_VERSION) await runMigrations(client);
  } finally {
    client.release();
  }
}

async function schemaVersion(client: PoolClient): Promise<number> {
  try {
    return await assertSchemaCompatibility(client);
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return 0;
    throw error;
  }
}
