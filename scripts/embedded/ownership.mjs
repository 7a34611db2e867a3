import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTime } from './processes.mjs';

/** Thrown when a live OpenRounds already uses a data folder. */
export class DataFolderInUse extends Error {
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

/** Whether a data folder was last used by a process that ended without giving its claim back: it was killed. */
export async function isAbandoned(dataDir) {
  const owner = await readOwner(join(dataDir, 'owner.json'));
  return owner !== undefined && (await startTime(owner.pid)) !== owner.startTime;
}

async function readOwner(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined; // gone meanwhile, or cut short by a crash: either way nobody's
  }
}
