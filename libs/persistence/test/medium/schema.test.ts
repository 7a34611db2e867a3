import { type TestDatabase, createTestDatabase } from '@openrounds/testing';
import {
  Column,
  type DataSource,
  Entity,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
} from 'typeorm';
import {
  CreateOutbox1763596800000,
  OutboxMessage,
  type ServiceDatabase,
  createDataSource,
  inTransaction,
  pendingSchemaChanges,
  runMigrations,
} from '../../src/index';

jest.setTimeout(60_000); // for a machine that is busy with other tests

@Entity('outbox')
class ChangedOutbox {
  @PrimaryColumn('bigint')
  id!: string;

  @Column('text', { name: 'colour' })
  colour!: string;
}

/** Writes down under which time-out migrations run. */
class NoteTimeOut1795169113228 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE noted AS SELECT current_setting('statement_timeout') AS statement_timeout`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE noted');
  }
}

class Broken1795169113229 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO nowhere VALUES (1)');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('data source', () => {
  let database: TestDatabase;
  const opened: DataSource[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const dataSource of opened.splice(0)) await dataSource.destroy();
    await database.drop();
  });

  async function open(
    entities: ServiceDatabase['entities'] = [OutboxMessage],
    migrations: ServiceDatabase['migrations'] = [CreateOutbox1763596800000],
  ) {
    const dataSource = createDataSource({
      url: database.url('ddx_ranking'),
      schema: 'ddx_ranking',
      entities,
      migrations,
    });
    opened.push(await dataSource.initialize());
    return dataSource;
  }

  it('migrates once when several processes start together', async () => {
    const processes = await Promise.all([open(), open(), open()]);
    const run = await Promise.all(processes.map((dataSource) => runMigrations(dataSource)));
    expect(run.flat()).toEqual(['CreateOutbox1763596800000']);
    expect(await runMigrations(await open())).toEqual([]);
  });

  it('lets a migration take its time, and nothing that comes after it', async () => {
    const dataSource = await open([], [NoteTimeOut1795169113228]);
    await runMigrations(dataSource);
    expect(await dataSource.query('SELECT statement_timeout FROM noted')).toEqual([
      { statement_timeout: '0' },
    ]);
    expect(await dataSource.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '30s' }]);
  });

  it('lets go of the lock when a migration fails', async () => {
    await expect(runMigrations(await open([], [Broken1795169113229]))).rejects.toThrow(/nowhere/);
    expect(await runMigrations(await open())).toEqual(['CreateOutbox1763596800000']);
  });

  it('can take its last migration back', async () => {
    const dataSource = await open();
    await runMigrations(dataSource);
    await dataSource.undoLastMigration();
    const [left] = await dataSource.query<{ outbox: string | null }[]>(
      `SELECT to_regclass('outbox')::text AS outbox`,
    );
    expect(left).toEqual({ outbox: null });
  });

  it('finds no difference between the outbox’s migration and its entity', async () => {
    const dataSource = await open();
    expect(await pendingSchemaChanges(dataSource)).not.toEqual([]);
    await runMigrations(dataSource);
    expect(await pendingSchemaChanges(dataSource)).toEqual([]);
  });

  it('names what an entity has and the schema has not', async () => {
    await runMigrations(await open());
    const changes = await pendingSchemaChanges(await open([ChangedOutbox]));
    expect(changes.join('\n')).toMatch(/ADD "colour" text NOT NULL/);
  });

  it('keeps everything in the service’s schema', async () => {
    const dataSource = await open();
    await runMigrations(dataSource);
    const tables = await dataSource.query<{ schemaname: string; tablename: string }[]>(
      `SELECT schemaname, tablename FROM pg_tables WHERE tablename IN ('outbox', 'migrations') ORDER BY tablename`,
    );
    expect(tables).toEqual([
      { schemaname: 'ddx_ranking', tablename: 'migrations' },
      { schemaname: 'ddx_ranking', tablename: 'outbox' },
    ]);
  });

  it('refuses a schema name that is none', () => {
    const wrong = { url: database.url('ddx_ranking'), schema: 'a,public', entities: [], migrations: [] };
    expect(() => createDataSource(wrong)).toThrow('not a schema');
  });

  it('repeats a transaction that lost a deadlock, and only then', async () => {
    const dataSource = await open([]);
    await dataSource.query(
      'CREATE TABLE account (id int PRIMARY KEY, money int); INSERT INTO account VALUES (1, 0), (2, 0)',
    );
    const bothHoldOne = barrier(2);
    const oneIsThrough = barrier(1);
    let runs = 0;
    const move = (first: number, second: number) =>
      inTransaction(dataSource, async (manager) => {
        runs += 1;
        // The loser may be back before the other has woken up, and would then hold its row again.
        if (runs > 2) await oneIsThrough.opened;
        await manager.query('UPDATE account SET money = money + 1 WHERE id = $1', [first]);
        await bothHoldOne.arrive();
        await manager.query('UPDATE account SET money = money + 1 WHERE id = $1', [second]);
      });
    await Promise.all([move(1, 2), move(2, 1)].map((moved) => moved.then(() => oneIsThrough.arrive())));
    expect(runs).toBe(3);
    expect(await dataSource.query('SELECT money FROM account')).toEqual([{ money: 2 }, { money: 2 }]);

    runs = 0;
    const failing = inTransaction(dataSource, async (manager) => {
      runs += 1;
      await manager.query('INSERT INTO account VALUES (1, 0)');
    });
    await expect(failing).rejects.toThrow(/duplicate key/);
    expect(runs).toBe(1);
  });
});

/** Opens when `count` have arrived, who wait for each other; open for everybody afterwards. */
function barrier(count: number): { readonly opened: Promise<void>; readonly arrive: () => Promise<void> } {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const arrive = () => {
    arrived += 1;
    if (arrived >= count) open();
    return opened;
  };
  return { opened, arrive };
}
