import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLES, ROOT } from '../../build/places.mjs';
import { MACHINE } from '../binaries.mjs';
import { dataFolder } from '../data-folder.mjs';
import { writeBackup } from './backup-file.mjs';
import { baseBackup } from './base-backup.mjs';
import { asking, withDatabaseOf } from './database.mjs';
import { keyIdsOf, keysIn, writeKeysFile } from './keys.mjs';
import { headInDatabase, originOf } from './log-head.mjs';
import { requireNewFile } from './new-file.mjs';

/**
 * Copies the whole database of a data folder into one file, while the product runs or stands still; its keys, where a
 * file is named for them, into another.
 *
 * @param {{ file: string, keysFile?: string, dataDir: string }} given
 * @param {(line: string) => void} say
 * @throws {import('../failure.mjs').Failure} naming what cannot be used, read or written
 */
export async function backUp({ file, keysFile, dataDir }, say) {
  const folder = dataFolder(dataDir);
  for (const path of [file, keysFile]) if (path !== undefined) await requireNewFile(path);
  await withDatabaseOf(folder.dir, async (url) => {
    const about = await describe(url, folder);
    const manifest = await writeBackup(file, baseBackup(url), about);
    for (const line of linesOf(file, manifest)) say(line);
    if (keysFile === undefined) return say(WITHOUT_KEYS);
    await writeKeysFile(keysFile, await keysIn(folder), about.made);
    say(`${keysFile}: its keys. Keep the two apart: together they open everything.`);
  });
}

const WITHOUT_KEYS =
  'Its keys are not in it, and without them what is sealed in it cannot be opened: --keys FILE writes them apart.';

/** What is in the backup at least: what is written while it is made may be in it too. */
async function describe(url, folder) {
  const { log, ofRuns, postgres } = await asking(url, async (client) => ({
    log: { origin: await originOf(folder), ...(await headInDatabase(client)) },
    ofRuns: await knowledgeOfRuns(client),
    postgres: await majorVersion(client),
  }));
  const active = await readFile(join(BUNDLES, 'current'), 'utf8').catch(() => undefined);
  return {
    product: await productVersion(),
    postgres,
    machine: MACHINE,
    made: new Date().toISOString(),
    log,
    knowledge: { active: active?.trim() ?? null, ofRuns },
    keys: keyIdsOf(await keysIn(folder)),
  };
}

export const productVersion = async () =>
  JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version;

async function majorVersion(client) {
  const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
  return String(rows[0].major);
}

/** Erased runs, whose empty rows stay, need none. */
async function knowledgeOfRuns(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('gateway.runs') AS known");
  if (tables[0].known === null) return [];
  const { rows } = await client.query(
    `SELECT DISTINCT versions ->> 'knowledge' AS hash FROM gateway.runs run
      WHERE NOT EXISTS (SELECT FROM gateway.cases c WHERE c.id = run.case_id AND c.erased_at IS NOT NULL)
      ORDER BY hash`,
  );
  return rows.map(({ hash }) => hash).filter((hash) => hash !== null);
}

const linesOf = (file, { made, log, parts }) => {
  const bytes = Object.values(parts).reduce((sum, part) => sum + part.bytes, 0);
  return [
    `${file}: ${(bytes / 1e6).toFixed(1)} MB, the database as of ${made} or a little later`,
    `log: ${log.size} entries, root ${log.rootHash}, at least`,
  ];
};
