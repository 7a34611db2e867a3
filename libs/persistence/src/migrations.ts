import { type DataSource } from 'typeorm';

/**
 * Brings a service's schema up to date. Several processes may start at once: an advisory lock of the schema lets
 * one migrate while the others wait, and then find nothing left to do. Each migration is one transaction.
 *
 * @param dataSource initialised, with at least two connections
 * @returns the names of the migrations that were run
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  const name = [`openrounds:migrations:${schemaOf(dataSource)}`];
  try {
    await lock.query('SET statement_timeout = 0'); // another process may need long for its migrations
    await lock.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', name);
    const run = await dataSource.runMigrations();
    return run.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', name);
    await lock.query('RESET statement_timeout');
    await lock.release();
  }
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
