import {
  createDataSource,
  runMigrations,
  type DataSource,
  type ServiceDatabase,
} from '@openrounds/persistence';
import { createTestDatabase, type TestDatabase } from './test-database';

/** A database of its own in which one service's schema stands as its migrations make it. */
export interface MigratedDatabase {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  /** Closes the connection and removes the database. */
  close(): Promise<void>;
}

/** Makes a {@link MigratedDatabase}; for tests in `test/medium`. */
export async function openMigratedDatabase(
  service: Pick<ServiceDatabase, 'schema' | 'entities' | 'migrations'>,
): Promise<MigratedDatabase> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ ...service, url: database.url(service.schema) }).initialize();
  await runMigrations(dataSource);
  return {
    database,
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
