import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { IMPATIENT } from './runs';
import { logsIn, type RunningStack, type Started, toldToHost } from './stack';

/** Opens a browser of the shared stack, once in a whole run: test/browser/case-room.test.ts does so. */
export const START_CODE = 'K7QF-2M9X-4RTB';

/** A file may ask for more in a minute than any class does, and a busy machine answers late: what is tested here is what. */
const PATIENT = {
  RATE_LIMIT_BYTES_PER_MINUTE: '1000000000',
  RATE_LIMIT_UNKNOWN_PER_MINUTE: '100000',
  REQUEST_DEADLINE_MS: '20000',
};

/** What died is started again, so that one test that kills it fails and not all that follow; the run fails at its end. */
const OPTIONS = { commonEnv: IMPATIENT, env: { gateway: PATIENT }, startCode: START_CODE, restarts: true };

/**
 * The one stack of a test run, for tests that neither kill nor restart nor configure anything. Each call makes a school
 * (a tenant) of its own, whose administrator's key is `apiKey`: files and their order do not matter to one another.
 * Nothing is to be stopped. What all schools share: the knowledge, the transparency log, the log files, and what is
 * counted by address (wrong codes of rooms).
 *
 * @throws Error with the end of its log where it does not start
 */
export async function sharedStack(): Promise<RunningStack> {
  const address = process.env['OPENROUNDS_SHARED_STACK'];
  if (address === undefined) throw new Error('Run this test in the projects e2e or browser.');
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(toldToHost(OPTIONS)) });
  if (!answer.ok) throw new Error(await answer.text());
  const { port, logsDir, databaseUrl } = (await answer.json()) as Started & { readonly databaseUrl: string };
  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    apiKey: await keyOfNewSchool(databaseUrl),
    logs: logsIn(logsDir),
  };
}

/** An administrator's key, made as the operator of an installation would make the first one of a school. */
async function keyOfNewSchool(databaseUrl: string): Promise<string> {
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
