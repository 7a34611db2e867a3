import { pendingSchemaChanges, runMigrations, type ServiceDatabase } from '@openrounds/persistence';
import { openMigratedDatabase, type MigratedDatabase } from './migrated-database';

/** What holds for the migrations of every service: they make what its entities say, and can be undone. */
export function describeMigrations(
  service: Pick<ServiceDatabase, 'schema' | 'entities' | 'migrations'>,
): void {
  describe(`migrations of ${service.schema}`, () => {
    let opened: MigratedDatabase;

    beforeAll(async () => {
      opened = await openMigratedDatabase(service);
    });

    afterAll(() => opened.close());

    it('make the schema that the entities describe', async () => {
      expect(await pendingSchemaChanges(opened.dataSource)).toEqual([]);
    });

    it('are undone, one by one, without a trace, and can be run again', async () => {
      const { dataSource } = opened;
      for (const _ of service.migrations) await dataSource.undoLastMigration();
      expect(await thingsIn(opened, service.schema)).toEqual(['migrations']);
      expect(await runMigrations(dataSource)).toHaveLength(service.migrations.length);
      expect(await pendingSchemaChanges(dataSource)).toEqual([]);
    });
  });
}

async function thingsIn({ dataSource }: MigratedDatabase, schema: string): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'
     UNION SELECT proname FROM pg_proc WHERE pronamespace = $1::regnamespace ORDER BY name`,
    [schema],
  );
  return rows.map(({ name }) => name);
}
