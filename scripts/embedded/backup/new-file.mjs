import { open, readdir, rename, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exists } from '../exists.mjs';
import { Failure, UNUSABLE } from '../failure.mjs';
import { isAlive } from '../processes.mjs';

/** @throws {Failure} when there is something of that name, or its folder is missing */
export async function requireNewFile(path) {
  if (await exists(path))
    throw new Failure(`${path} exists already: give another name, or remove it.`, UNUSABLE);
  if (!(await exists(dirname(path))))
    throw new Failure(`There is no folder ${dirname(path)} to write into.`, UNUSABLE);
}

/**
 * Writes a file for its owner alone. It gets its name when it is whole and on disk; until then it has one that nobody
 * takes for it. What writers that were killed left is removed.
 *
 * @param {string} path
 * @param {(file: import('node:fs/promises').FileHandle) => Promise<void>} write
 * @throws {Failure} naming the file and what was wrong
 */
export async function writeNewFile(path, write) {
  const unfinished = `${path}.unfinished-${process.pid}`;
  const interrupted = () => {
    rmSync(unfinished, { force: true });
    process.exit(130);
  };
  try {
    await removeLeftovers(path);
    const file = await open(unfinished, 'wx', 0o600);
    process.once('SIGINT', interrupted);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error.syscall === undefined) throw error;
    throw new Failure(`${path} cannot be written: ${error.message}`);
  } finally {
    process.off('SIGINT', interrupted);
  }
}

/** A name is on disk only when its folder is; some systems cannot do that, and need not. */
export async function syncFolder(path) {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function removeLeftovers(path) {
  const begin = `${basename(path)}.unfinished-`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(begin) || isAlive(Number(name.slice(begin.length)))) continue;
    await rm(join(dirname(path), name), { force: true });
  }
}
