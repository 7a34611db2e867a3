import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/**
 * Brings a service's schema up to date. Several processes may start at once: an advisory lock of the schema lets
 * one migrate while the others wait, and then find nothing left to do. Each migration is one transaction. Lock and
 * migrations share one connection, whose statement time-out is lifted for so long: a large table takes its time, and
 * so may the process that is waited for.
 *
 * @param dataSource initialised
 * @returns the names of the migrations that were run
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const connection = dataSource.createQueryRunner();
  const name = [`openrounds:migrations:${schemaOf(dataSource)}`];
  try {
    await connection.query('SET statement_timeout = 0');
    await connection.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', name);
    return await migrateOn(connection, dataSource);
  } finally {
    await connection.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', name);
    await connection.query('RESET statement_timeout');
    await connection.release();
  }
}

/** `DataSource.runMigrations` would take a connection of its own from the pool, with the time-out still set. */
async function migrateOn(connection: QueryRunner, dataSource: DataSource): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, connection);
  executor.transaction = 'each';
  const run = await executor.executePendingMigrations();
  return run.map((migration) => migration.name);
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
