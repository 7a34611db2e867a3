import { mkdir, open } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Failure } from '../failure.mjs';
import { unpackBackup } from './backup-file.mjs';
import { entriesOf } from './tar.mjs';

const FILE = '0';
const FOLDER = '5';

/**
 * Unpacks the database of a backup into a new folder. Postgres brings it to disk when it recovers it.
 *
 * @throws {Failure} naming file and cause
 */
export async function unpackCluster(path, manifest, clusterDir) {
  await mkdir(clusterDir, { mode: 0o700 });
  try {
    await unpackBackup(path, manifest, async (archive) => {
      for await (const entry of entriesOf(archive)) await put(entry, clusterDir);
    });
  } catch (error) {
    throw new Failure(`${path} cannot be unpacked into ${clusterDir}: ${error.message}`);
  }
}

async function put({ name, type, content }, clusterDir) {
  const path = resolve(clusterDir, name);
  if (!path.startsWith(clusterDir + sep)) throw new Error(`${name} lies outside`);
  if (type === FOLDER) return mkdir(path, { recursive: true, mode: 0o700 });
  if (type !== FILE) throw new Error(`${name} is neither a file nor a folder`);
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}
