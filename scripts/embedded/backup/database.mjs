import { join } from 'node:path';
import { exists } from '../exists.mjs';
import { Failure, UNUSABLE } from '../failure.mjs';
import { ownerOf } from '../ownership.mjs';
import { startPostgres, urlsOfRunning, withClient } from '../postgres.mjs';

/**
 * Gives the database of a data folder to use: that of the product that runs on it, or one that is started for this alone.
 *
 * @template T
 * @param {string} dataDir
 * @param {(url: string) => Promise<T>} use given the superuser's connection string
 * @returns {Promise<T>}
 * @throws {Failure} when there is none
 */
export async function withDatabaseOf(dataDir, use) {
  if (!(await exists(join(dataDir, 'cluster', 'PG_VERSION'))))
    throw new Failure(`There is no database in ${dataDir}: name the data folder by --data DIR.`, UNUSABLE);
  const { state, pid } = await ownerOf(dataDir);
  if (state === 'nobody' || state === 'abandoned') return withOwnDatabase(dataDir, use);
  const url = state === 'running' ? await urlsOfRunning(dataDir) : undefined;
  if (url === undefined)
    throw new Failure(`OpenRounds (process ${pid}) is just starting or stopping on ${dataDir}: try again.`);
  return use(url());
}

/** Starts the database of a data folder that nobody uses, for as long as it is needed. */
export async function withOwnDatabase(dataDir, use) {
  const postgres = await startPostgres({ dataDir });
  try {
    return await use(postgres.url());
  } finally {
    await postgres.stop();
  }
}

/** Asks a database. @throws {Failure} when it cannot be reached */
export const asking = (url, ask) =>
  withClient(url, ask, (error) => {
    throw new Failure(`The database cannot be reached: ${error.message}`);
  });
