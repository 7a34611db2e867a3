import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Failure, UNUSABLE } from '../failure.mjs';
import { checkedJson, readCheckedJson } from './checked-json.mjs';
import { writeNewFile } from './new-file.mjs';

const FORMAT = 'openrounds-keys/1';
const INDEX = /^keys\/([a-z]+)\/keys\.json$/;
/** The local API key, and files of the key folder. */
const NAME = /^(?:api-key|keys\/(?:[a-z]+\/)?[A-Za-z0-9-]+\.[a-z]+)$/;

/**
 * The secrets of a data folder that a backup does not hold, by their names in it.
 *
 * @param {ReturnType<import('../data-folder.mjs').dataFolder>} folder
 * @returns {Promise<Record<string, string>>}
 */
export async function keysIn({ dir, keysDir, apiKeyFile }) {
  const entries = await readdir(keysDir, { recursive: true, withFileTypes: true }).catch(nothing);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = {};
  for (const path of [apiKeyFile, ...paths.toSorted()]) {
    const name = relative(dir, path).replaceAll(sep, '/');
    const content = NAME.test(name) ? await readFile(path, 'utf8').catch(nothing) : [];
    if (typeof content === 'string') files[name] = content;
  }
  return files;
}

/** The ids of the keys among such files, by purpose. */
export function keyIdsOf(files) {
  const indexes = Object.entries(files).flatMap(([name, text]) => {
    const purpose = INDEX.exec(name)?.[1];
    return purpose === undefined ? [] : [[purpose, Object.keys(JSON.parse(text).all)]];
  });
  return Object.fromEntries(indexes);
}

/** Writes keys apart from the backup that they open. */
export const writeKeysFile = (path, files, made) =>
  writeNewFile(path, (file) => file.writeFile(checkedJson({ format: FORMAT, made, files })));

/**
 * Reads them.
 *
 * @returns {Promise<Record<string, string>>}
 * @throws {Failure} when the file cannot be read, or is not what was written
 */
export async function readKeysFile(path) {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new Failure(`${path} cannot be read: ${error.message}`, UNUSABLE);
  });
  try {
    const { format, files } = readCheckedJson(text);
    if (format !== FORMAT) throw new Error(`its form is not ${FORMAT}`);
    const strange = Object.keys(files).find((name) => !NAME.test(name));
    if (strange !== undefined) throw new Error(`it names ${strange}`);
    return files;
  } catch (error) {
    throw new Failure(`${path} holds no keys, or is damaged: ${error.message}.`);
  }
}

/** Puts keys into a data folder that has none. */
export async function placeKeys(dir, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true, mode: name === 'api-key' ? 0o711 : 0o700 });
    await writeNewFile(path, (file) => file.writeFile(content));
  }
}

/** What does not work any more without the keys of a purpose. */
const LOST = {
  sealing: 'narratives, teaching cases, names and all else that was sealed cannot be opened',
  log: 'the log signs with a new key, which you must tell those who verify it',
  queue: 'messages that were under way are refused, and driven again',
  room: 'who is in a room joins it again; learners without an account come back by their resume codes',
  lti: 'learning platforms fetch the new key before they believe it',
  smart: 'training EHRs fetch the new key before they believe it',
  learner: 'learners whom platforms launched begin anew',
};

/**
 * The keys that a database was used with and that are not among those given, with what that means.
 *
 * @param {Record<string, string[]>} wanted ids by purpose
 * @param {Record<string, string>} files
 * @returns {string[]} a line each
 */
export function missingKeys(wanted, files) {
  const here = keyIdsOf(files);
  return Object.entries(wanted).flatMap(([purpose, ids]) => {
    const missing = ids.filter((id) => !here[purpose]?.includes(id));
    return missing.length === 0 ? [] : [`${missing.join(', ')} (${purpose}): ${LOST[purpose] ?? 'unknown'}`];
  });
}

/** Whether keys were made for another installation: there are some, and none that is wanted. */
export function areForeign(wanted, files) {
  const here = keyIdsOf(files);
  return (
    Object.keys(wanted).length > 0 &&
    !Object.entries(wanted).some(([purpose, ids]) => ids.some((id) => here[purpose]?.includes(id)))
  );
}

const nothing = (error) => {
  if (error.code === 'ENOENT') return [];
  throw error;
};
