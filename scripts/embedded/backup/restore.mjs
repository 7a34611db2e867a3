import { readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dataFolder } from '../data-folder.mjs';
import { exists } from '../exists.mjs';
import { Failure, UNUSABLE } from '../failure.mjs';
import { claim } from '../ownership.mjs';
import { readManifest, verifyBackup } from './backup-file.mjs';
import { requireOpenableHere } from './openable-here.mjs';
import { areForeign, keysIn, readKeysFile } from './keys.mjs';
import { syncFolder } from './new-file.mjs';
import { isHalfRestored, restoredFileOf, restoringOf } from './places.mjs';
import { prepareRestored } from './prepare-restored.mjs';
import { linesOfRestored } from './restored-lines.mjs';

/**
 * Makes a data folder out of a backup. It is prepared under another name, and gets its own when all is done: a folder that
 * was there is put aside then.
 *
 * @param {{ file: string, keysFile?: string, dataDir: string, replace: boolean }} given
 * @param {(line: string) => void} say
 * @throws {Failure} naming file and cause; the data folder is as it was then
 */
export async function restore({ file, keysFile, dataDir, replace }, say) {
  const dir = resolve(dataDir);
  const manifest = await readManifest(file);
  if (!(await isHalfRestored(dir))) {
    await requireOpenableHere(file, manifest);
    const given = keysFile === undefined ? undefined : await keysFor(manifest, keysFile);
    const old = await occupy(dir, replace);
    try {
      await verifyBackup(file, manifest);
      const keys = given ?? (old.isThere ? await keysOfOld(manifest, dir) : {});
      const aside = old.isThere
        ? `${dir}.before-${new Date().toISOString().replaceAll(':', '-')}`
        : undefined;
      await prepareRestored({ file, manifest, dir, keys, aside });
      await putAside(dir, aside);
    } finally {
      await old.release();
    }
  }
  const restored = JSON.parse(await readFile(restoredFileOf(restoringOf(dir)), 'utf8'));
  if (restored.sha256 !== manifest.sha256)
    throw new Failure(
      `A restore of the backup of ${restored.made} into ${dir} was cut short at its last step: give that one again first.`,
    );
  await rename(restoringOf(dir), dir);
  await syncFolder(dirname(dir));
  for (const line of linesOfRestored(dir, restored)) say(line);
}

async function keysFor(manifest, keysFile) {
  const keys = await readKeysFile(keysFile);
  if (!areForeign(manifest.keys, keys)) return keys;
  throw new Failure(
    `${keysFile} holds the keys of another installation: none of them is one of the backup.`,
    UNUSABLE,
  );
}

/** An installation that goes back in time keeps the keys that it has. */
async function keysOfOld(manifest, dir) {
  const keys = await keysIn(dataFolder(dir));
  return areForeign(manifest.keys, keys) ? {} : keys;
}

/**
 * Keeps a folder with data to ourselves meanwhile.
 *
 * @returns {Promise<{ isThere: boolean, release: () => Promise<void> }>}
 */
async function occupy(dir, replace) {
  const names = await readdir(dir).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw new Failure(`${dir} cannot be used: ${error.message}`, UNUSABLE);
  });
  if (names.length === 0) return { isThere: false, release: () => Promise.resolve() };
  if (!['cluster', 'keys', 'credentials.json'].some((name) => names.includes(name)))
    throw new Failure(`${dir} is not empty, and no data folder of OpenRounds: name another.`, UNUSABLE);
  const release = await claim(dir);
  if (replace) return { isThere: true, release };
  await release();
  throw new Failure(
    `${dir} holds data: name another folder by --data DIR, or put these aside by --replace.`,
    UNUSABLE,
  );
}

async function putAside(dir, aside) {
  if (aside !== undefined) {
    await rename(dir, aside);
    await rm(join(aside, 'owner.json'), { force: true });
  } else if (await exists(dir)) await rmdir(dir);
}
