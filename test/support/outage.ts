import { OPERATIONS, type Operation } from '@openrounds/contracts';
import { eventually } from '@openrounds/testing';
import { Client } from 'pg';
import { type Stack } from './stack';

/**
 * Takes the database away from one role, as an overloaded Postgres does: its connections are ended and it gets no new
 * one (SQLSTATE 57P01, then 53300).
 *
 * @returns gives it back
 */
export async function takeDatabaseFrom(stack: Stack, role: string): Promise<() => Promise<void>> {
  await asSuperuser(stack, async (client) => {
    await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} CONNECTION LIMIT 0`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
  });
  return () =>
    asSuperuser(stack, async (client) => {
      await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} CONNECTION LIMIT -1`);
    });
}

/**
 * Holds the connections of a role that come to a table, as a long transaction does.
 *
 * @param provoke asks for something that reads the table; called once the table is locked
 * @returns lets them go; harmless when repeated
 */
export async function holdConnections(
  stack: Stack,
  { role, table, provoke }: { role: string; table: string; provoke: () => void },
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: await stack.databaseUrl() });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  provoke();
  const HELD = `SELECT 1 FROM pg_stat_activity WHERE usename = $1 AND wait_event_type = 'Lock'`;
  await eventually('a connection is held', async () => (await client.query(HELD, [role])).rows.length > 0);
  let letGo: Promise<void> | undefined;
  return () => (letGo ??= client.query('COMMIT').then(() => client.end()));
}

/**
 * Lets every statement that writes to a schema fail as Postgres fails on a full disk (SQLSTATE 53100).
 *
 * @returns makes room again
 */
export async function fillDiskOf(stack: Stack, schema: string): Promise<() => Promise<void>> {
  const tablesOf = async (client: Client): Promise<string[]> => {
    const text = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = $1`;
    const { rows } = await client.query<{ name: string }>(text, [schema]);
    return rows.map(({ name }) => name);
  };
  await asSuperuser(stack, async (client) => {
    await client.query(`
      CREATE FUNCTION ${client.escapeIdentifier(schema)}.disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
    for (const table of await tablesOf(client))
      await client.query(`
        CREATE TRIGGER disk_full BEFORE INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION ${client.escapeIdentifier(schema)}.disk_full()`);
  });
  return () =>
    asSuperuser(stack, async (client) => {
      await client.query(`DROP FUNCTION ${client.escapeIdentifier(schema)}.disk_full() CASCADE`);
    });
}

/** What somebody is answered who asks for something. */
export type Answered<T = unknown> = Promise<{ data?: T; response: Response; error?: { type: string } }>;

/** Expects a refusal of somebody who is to come again, and is told when. */
export async function expectToWait(asked: Answered): Promise<void> {
  const { response, error } = await asked;
  expect([response.status, error?.type]).toEqual([503, '/problems/dependency-unavailable']);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
}

/** What each operation that is not public answers to a caller who may do everything and asks for nothing there is. */
export async function answersOfAllOperations(stack: Stack) {
  const id = '01890000-0000-7000-8000-000000000000';
  const operations = Object.entries<Operation>(OPERATIONS).filter(([, { roles }]) => roles !== 'public');
  return Promise.all(
    operations.map(async ([operationId, { method, path }]) => {
      const answer = await fetch(`${stack.baseUrl}${path.replace(/\{\w+\}/g, id)}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${stack.apiKey}`,
          ...(method === 'post' && { 'content-type': 'application/json' }),
        },
        ...(method === 'post' && { body: '{}' }),
      });
      const body = await answer.text();
      const { type } = (body === '' ? {} : JSON.parse(body)) as { type?: string };
      const waits = Number(answer.headers.get('retry-after')) > 0;
      return { operationId, status: answer.status, type, waits };
    }),
  );
}

async function asSuperuser(stack: Stack, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: await stack.databaseUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
