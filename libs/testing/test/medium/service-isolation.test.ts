import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../src/index';

jest.setTimeout(60_000); // for a machine that is busy with other tests

const SERVICES = [
  'gateway',
  'case_intake',
  'ddx_ranking',
  'guideline_retrieval',
  'explanation_log',
  'teaching',
  'integration',
];
const ROLES = [...SERVICES, 'queue'];
const schemaOf = (role: string) => (role === 'queue' ? 'bullmq' : role);

describe('database roles of the services', () => {
  let database: TestDatabase;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const role of ROLES) {
      const client = new Client({ connectionString: database.url(role) });
      await client.connect();
      await client.query('CREATE TABLE secret (value text)');
      clients.set(role, client);
    }
  });

  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await database.drop();
  });

  const query = (role: string, sql: string) => clients.get(role)?.query(sql);

  it.each(ROLES)('%s works in a schema of its own without naming it', async (role) => {
    const result = await query(
      role,
      `SELECT schemaname FROM pg_tables WHERE tablename = 'secret' AND schemaname = current_schema()`,
    );
    expect(result?.rows).toEqual([{ schemaname: schemaOf(role) }]);
  });

  const strangers = ROLES.flatMap((role) =>
    ROLES.filter((other) => other !== role).map((other) => [role, other] as const),
  );

  it.each(strangers)('%s can neither read nor write in %s', async (role, other) => {
    await expect(query(role, `SELECT * FROM ${schemaOf(other)}.secret`)).rejects.toThrow(
      /permission denied for schema/,
    );
    await expect(query(role, `CREATE TABLE ${schemaOf(other)}.mine (value text)`)).rejects.toThrow(
      /permission denied for schema/,
    );
  });

  it.each(SERVICES)('%s can create nothing in the public schema and no schema', async (role) => {
    await expect(query(role, 'CREATE TABLE public.mine (value text)')).rejects.toThrow(/permission denied/);
    await expect(query(role, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/);
  });
});
