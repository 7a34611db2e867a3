import { readFile } from 'node:fs/promises';
import { built } from './built.mjs';
import { writeNewFile } from './new-file.mjs';

/** The name of the log where nothing was remembered of it yet: what the services are told. */
function originNow() {
  const { ServiceEnvironment } = built('platform', 'config', 'service-config.js');
  return ServiceEnvironment.shape.LOG_ORIGIN.parse(process.env.LOG_ORIGIN || undefined);
}

/**
 * How far the log has come in a database.
 *
 * @param {import('pg').Client} client
 * @returns {Promise<{ size: number, rootHash: string }>}
 */
export async function headInDatabase(client) {
  const { rootOf, EMPTY_RANGE } = built('transparency-log', 'tree', 'compact-range.js');
  const { rows: tables } = await client.query("SELECT to_regclass('explanation_log.tree_head') AS known");
  const { rows } =
    tables[0].known === null
      ? { rows: [] }
      : await client.query('SELECT size, subtrees FROM explanation_log.tree_head');
  const range = rows[0] ?? EMPTY_RANGE;
  return { size: range.size, rootHash: rootOf(range) };
}

/** The head that a data folder remembers, with the log's name; undefined where it remembers none that can be read. */
export async function rememberedHead({ logHeadFile }) {
  const { parseCheckpoint } = built('transparency-log', 'checkpoint', 'checkpoint-text.js');
  try {
    return parseCheckpoint(await readFile(logHeadFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The name of a data folder's log. */
export const originOf = async (folder) => (await rememberedHead(folder))?.origin ?? originNow();

/**
 * Leaves a head that the service of the log does not go on from until an operator has said which one is true.
 *
 * @param {ReturnType<import('../data-folder.mjs').dataFolder>} folder
 * @param {{ origin: string, size: number, rootHash: string }} head the newest that is known
 * @param {string} made when the backup was
 */
export async function leaveHeadInDoubt({ logHeadFile }, head, made) {
  const { checkpointText } = built('transparency-log', 'checkpoint', 'checkpoint-text.js');
  await writeNewFile(logHeadFile, (file) => file.writeFile(`${checkpointText(head)}restored ${made}\n`));
}
