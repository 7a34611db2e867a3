import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLES } from '../../build/places.mjs';
import { MACHINE } from '../binaries.mjs';
import { clearLeftovers } from '../cluster.mjs';
import { dataFolder } from '../data-folder.mjs';
import { exists } from '../exists.mjs';
import { Failure } from '../failure.mjs';
import { claim, ownerOf } from '../ownership.mjs';
import { asking, withOwnDatabase } from './database.mjs';
import { missingKeys, placeKeys } from './keys.mjs';
import { headInDatabase, leaveHeadInDoubt, rememberedHead } from './log-head.mjs';
import { writeNewFile } from './new-file.mjs';
import { restoredFileOf, restoringOf } from './places.mjs';
import { unpackCluster } from './unpack-cluster.mjs';

/**
 * Makes the folder that is to become `dir`, complete with what it tells about itself.
 *
 * @param {{ file: string, manifest: object, dir: string, keys: Record<string, string>, aside?: string }} given
 * @throws {Failure} nothing is left behind then
 */
export async function prepareRestored({ file, manifest, dir, keys, aside }) {
  const folder = dataFolder(restoringOf(dir));
  await removeLeftover(folder.dir);
  await mkdir(folder.dir, { recursive: true, mode: 0o711 });
  try {
    const head = await restoreDatabase(file, manifest, folder.dir);
    const newest = later(manifest.log, await rememberedHead(dataFolder(dir)));
    await placeKeys(folder.dir, keys);
    await leaveHeadInDoubt(folder, newest, manifest.made);
    const { made, sha256, machine } = manifest;
    const restored = {
      ...{ made, sha256, head, newest, aside },
      missing: missingKeys(manifest.keys, keys),
      ...(machine !== MACHINE && { machine }),
      knowledge: await missingKnowledge(manifest.knowledge.ofRuns),
    };
    await writeNewFile(restoredFileOf(folder.dir), (written) =>
      written.writeFile(`${JSON.stringify(restored, null, 2)}\n`),
    );
  } catch (error) {
    await rm(folder.dir, { recursive: true, force: true });
    throw error;
  }
}

/** What a restore that was killed has left. */
async function removeLeftover(restoring) {
  if (!(await exists(restoring))) return;
  const { state, pid } = await ownerOf(restoring);
  if (state === 'running')
    throw new Failure(`Another restore is under way in ${restoring} (process ${pid}).`);
  await clearLeftovers(join(restoring, 'cluster'));
  await rm(restoring, { recursive: true, force: true });
}

/** @returns the head of the log in the database, once it is recovered */
async function restoreDatabase(file, manifest, dir) {
  const release = await claim(dir);
  await unpackCluster(file, manifest, join(dir, 'cluster')).finally(release);
  const head = await withOwnDatabase(dir, (url) => asking(url, headInDatabase));
  if (head.size < manifest.log.size)
    throw new Failure(
      `The database of ${file} has a log of ${head.size} entries; its manifest says ${manifest.log.size}.`,
    );
  return head;
}

const later = (ours, remembered) =>
  remembered?.origin === ours.origin && remembered.size > ours.size ? remembered : ours;

async function missingKnowledge(hashes) {
  const here = await Promise.all(hashes.map((hash) => exists(join(BUNDLES, `${hash}.json`))));
  return hashes.filter((_, index) => !here[index]);
}
