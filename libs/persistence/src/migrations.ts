import { DataSource, type DataSourceOptions, MigrationExecutor } from 'typeorm';

/**
 * Brings a service's schema up to date. Several processes may start at once: an advisory lock of the schema lets
 * one migrate while the others wait, and then find nothing left to do. Each migration is one transaction. Lock and
 * migrations share one connection of their own, without time-outs: a large table takes its time, and so may the process
 * that is waited for.
 *
 * @returns the names of the migrations that were run
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const patient = await new DataSource(withoutTimeouts(dataSource.options)).initialize();
  try {
    const connection = patient.createQueryRunner();
    const name = `openrounds:migrations:${schemaOf(dataSource)}`;
    // Let go of with the connection.
    await connection.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const executor = new MigrationExecutor(patient, connection);
    executor.transaction = 'each';
    const run = await executor.executePendingMigrations();
    await connection.release();
    return run.map((migration) => migration.name);
  } finally {
    await patient.destroy();
  }
}

function withoutTimeouts(options: DataSourceOptions): DataSourceOptions {
  if (options.type !== 'postgres') throw new Error('only Postgres is migrated');
  const { extra, ...rest } = options as typeof options & { extra?: Record<string, unknown> };
  return { ...rest, poolSize: 1, extra: { ...extra, statement_timeout: 0, query_timeout: 0 } };
}

/**
 * The statements that would make the schema what the entities say: empty when migrations and entities agree.
 * For a test in each service.
 */
export async function pendingSchemaChanges(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

function schemaOf(dataSource: DataSource): string {
  return dataSource.options.type === 'postgres' ? (dataSource.options.schema ?? 'public') : '';
}
