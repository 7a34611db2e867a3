import { SnakeCaseColumns } from './naming';
import { PreparingClient } from './preparing-client';
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';

type Class<T> = new (...args: never[]) => T;

/** What a service says about its part of the database. */
export interface ServiceDatabase {
  /** Connection string of the service's own role. */
  readonly url: string;
  /** The service's own schema, which exists already and belongs to its role. */
  readonly schema: string;
  readonly entities: readonly (Class<unknown> | EntitySchema)[];
  /** In any order: each class's name ends in the milliseconds since the epoch that place it. */
  readonly migrations: readonly Class<MigrationInterface>[];
  /** Largest number of connections of this process. Default 10. */
  readonly poolSize?: number;
  /** How the connections are named in `pg_stat_activity`. Default: the schema. */
  readonly applicationName?: string;
}

/** A statement that takes longer is broken; a transaction that idles longer was forgotten. Milliseconds. */
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Longer than the server's own limit: only a server that does not answer at all runs into it. */
const QUERY_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS;
const KEEP_ALIVE_MS = 10_000;
/** A new connection proves its password again, on both sides, and starts a process of the server. */
const IDLE_MS = 300_000;

/**
 * The options of a service's data source, for `TypeOrmModule.forRootAsync` or {@link createDataSource}. The
 * schema comes from migrations alone, and queries are never logged: their parameters may be what a patient said.
 */
export function dataSourceOptions(database: ServiceDatabase): DataSourceOptions {
  const { url, schema, entities, migrations, poolSize = 10, applicationName = schema } = database;
  if (!/^[a-z_]+$/.test(schema)) throw new Error(`"${schema}" is not a schema of this house.`);
  return {
    type: 'postgres',
    url,
    schema,
    entities: [...entities],
    migrations: [...migrations],
    namingStrategy: new SnakeCaseColumns(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    poolSize,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      Client: PreparingClient,
      options: `-c search_path=${schema}`,
      application_name: applicationName,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    },
  };
}

/** Makes a data source that is not connected yet: call its `initialize()`, and {@link runMigrations} once. */
export function createDataSource(database: ServiceDatabase): DataSource {
  return new DataSource(dataSourceOptions(database));
}
