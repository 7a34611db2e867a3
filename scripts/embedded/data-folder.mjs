import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DIST } from '../build/places.mjs';

/**
 * The places in a data folder. Besides these it holds the database (see postgres.mjs).
 *
 * @param {string} dir
 */
export function dataFolder(dir) {
  const home = resolve(dir);
  return {
    dir: home,
    keysDir: join(home, 'keys'),
    logsDir: join(home, 'logs'),
    logHeadFile: join(home, 'log-head'),
    apiKeyFile: join(home, 'api-key'),
  };
}

/**
 * Makes what an installation keeps: the folder for logs, the keys and the local API key. What is there stays.
 *
 * @returns {Promise<string>} the local API key
 */
export async function furnish({ keysDir, logsDir, apiKeyFile }) {
  await mkdir(logsDir, { recursive: true, mode: 0o700 });
  // The file and not the library: its entry point would load the whole service framework into the launcher.
  const { ensureKeys } = createRequire(import.meta.url)(
    join(DIST, 'libs', 'platform', 'src', 'keys', 'make-keys.js'),
  );
  ensureKeys(keysDir);
  return readOrMakeApiKey(apiKeyFile);
}

async function readOrMakeApiKey(file) {
  const known = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (known.trim() !== '') return known.trim();
  const key = `ork_${randomBytes(32).toString('base64url')}`;
  await writeFile(`${file}.new`, `${key}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}
