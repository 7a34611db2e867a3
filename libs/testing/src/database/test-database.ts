import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { Client } from 'pg';

/** A database of its own for one test file, with every role and empty schema of the product. */
export interface TestDatabase {
  /** Connection string for a service's role (`gateway`, `case_intake`, …, `queue`); without one, for the superuser. */
  url(role?: string): string;
  /** Closes whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

/** Roles and schemas as in the embedded default and in a deployment. */
const PROVISION = join(__dirname, '../../../../scripts/database/provision.sql');

/**
 * Makes a database in the Postgres that Jest's global set-up started.
 *
 * @throws Error when that Postgres is not there (the test does not stand in `test/medium`)
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = env['OPENROUNDS_TEST_POSTGRES'];
  const credentialsFile = env['OPENROUNDS_TEST_POSTGRES_CREDENTIALS'];
  if (!server || !credentialsFile) {
    throw new Error('No test Postgres is running: run this test in the medium project.');
  }
  const passwords = JSON.parse(await readFile(credentialsFile, 'utf8')) as Record<string, string>;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, 'postgres', `CREATE DATABASE ${name}`);
  await asSuperuser(server, name, await readFile(PROVISION, 'utf8'));

  return {
    url(role = 'postgres') {
      const password = passwords[role];
      if (password === undefined) throw new Error(`There is no database role "${role}".`);
      const url = new URL(server);
      url.username = role;
      url.password = password;
      url.pathname = `/${name}`;
      return url.href;
    },
    drop: () => asSuperuser(server, 'postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(server: string, database: string, sql: string): Promise<void> {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
