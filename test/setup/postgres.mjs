import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/embedded/postgres.mjs';
import { isAlive } from '../../scripts/embedded/processes.mjs';

const PREFIX = 'openrounds-test-postgres-';

/**
 * Starts one fast Postgres for a Jest run. Its connection string (superuser) reaches the workers through
 * the environment; each test file makes its own database in it with `createTestDatabase()` of libs/testing.
 */
export default async function startTestPostgres() {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const server = await startPostgres({ dataDir, fast: true });
  globalThis.openroundsTestPostgres = { server, dataDir };
  process.env.OPENROUNDS_TEST_POSTGRES = server.url();
  process.env.OPENROUNDS_TEST_POSTGRES_CREDENTIALS = join(dataDir, 'credentials.json');
}

/** A run that was killed could not remove its folder: the next one does. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const owner = await readFile(join(folder, 'owner.json'), 'utf8').then(JSON.parse, () => undefined);
    if (owner && !isAlive(owner.pid)) await rm(folder, { recursive: true, force: true });
  }
}
