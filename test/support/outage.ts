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

async function asSuperuser(stack: Stack, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: await stack.databaseUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
