import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { startTime } from './processes.mjs';

/** Thrown when a live OpenRounds already uses a data folder. */
export class DataFolderInUse extends Failure {
  constructor(dataDir, pid) {
    super(
      `OpenRounds is already running with the data in ${dataDir} (process ${pid}). Stop it first, or start with --data DIR.`,
    );
    this.name = 'DataFolderInUse';
    this.pid = pid;
  }
}

/**
 * Claims a data folder for this process. A claim left by a process that no longer lives is taken over.
 *
 * @param {string} dataDir an existing folder
 * @returns {Promise<() => Promise<void>>} gives the claim back
 * @throws {DataFolderInUse}
 */
export async function claim(dataDir) {
  const file = join(dataDir, 'owner.json');
  const mine = JSON.stringify({ pid: process.pid, startTime: await startTime(process.pid) });
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = await readOwner(file);
    if (owner && (await startTime(owner.pid)) === owner.startTime)
      throw new DataFolderInUse(dataDir, owner.pid);
    await rm(file, { force: true });
  }
}

/** Says in the claim that its owner is about to go, so that a next start waits for it. */
export async function announceStop(dataDir) {
  const file = join(dataDir, 'owner.json');
  const owner = await readOwner(file);
  if (owner?.pid === process.pid) await writeFile(file, JSON.stringify({ ...owner, stopping: true }));
}

/**
 * Who uses a data folder: nobody; a process that was killed (`abandoned`: what it started may still be going); one that
 * is `stopping`; or one that is `running`.
 *
 * @returns {Promise<{ state: 'nobody' | 'abandoned' | 'stopping' | 'running', pid?: number }>}
 */
export async function ownerOf(dataDir) {
  const owner = await readOwner(join(dataDir, 'owner.json'));
  if (owner === undefined) return { state: 'nobody' };
  if ((await startTime(owner.pid)) !== owner.startTime) return { state: 'abandoned' };
  return { state: owner.stopping ? 'stopping' : 'running', pid: owner.pid };
}

async function readOwner(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined; // gone meanwhile, or cut short by a crash: either way nobody's
  }
}
