import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Started } from './stack';

/** A stack that more than one file uses: one after the other, or all at once. */
export interface StartedForMany extends Started {
  /** Of the superuser. */
  readonly databaseUrl: string;
}

/**
 * Asks the process that keeps the stacks of the whole run, see test/setup/stacks.mjs.
 *
 * @throws Error with what went wrong there
 */
export async function askStacks<T>(path: string, details: object): Promise<T> {
  const address = process.env['OPENROUNDS_STACKS'];
  if (address === undefined) throw new Error('Run this test in the projects e2e or browser.');
  const answer = await fetch(`${address}${path}`, { method: 'POST', body: JSON.stringify(details) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

/** An administrator's key, made as the operator of an installation would make the first one of a school. */
export async function keyOfNewSchool(databaseUrl: string): Promise<string> {
  const key = `ork_${randomUUID()}`;
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(
      `INSERT INTO gateway.api_keys (id, tenant_id, name, role, sha256, created_at)
       VALUES ($1, $2, 'administrator', 'admin', $3, now())`,
      [randomUUID(), `school-${randomUUID()}`, createHash('sha256').update(key).digest('hex')],
    );
    return key;
  } finally {
    await database.end();
  }
}
