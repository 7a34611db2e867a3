import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePath, currentHash } from '../bundle/bundle-files';
import { type PrunePlan } from './plan-prune';
import { fileIfThere, PRUNED, type StoredFile, type StoredVersion } from './stored-files';

/** What a step did. */
export type PruneStep =
  | { readonly did: 'set-aside' | 'put-back' | 'deleted-version'; readonly version: StoredVersion }
  | { readonly did: 'deleted-file' | 'kept-file'; readonly file: StoredFile };

/**
 * Deletes what a plan says goes, a change of the folder at each step. It can be ended after any of them and begun anew with
 * a new plan: a version is a bundle with all its parts, or no bundle.
 *
 * A bundle loses its name first. Whoever has made it the active one, or has built it again, since the plan was made gets it
 * back then, untouched; `activate` looks after it has moved the pointer, so that one of the two sees the other.
 *
 * @param dir the folder of the bundles
 * @param since as of the plan
 */
export function* pruneStore(
  dir: string,
  { unneeded, leftovers }: Pick<PrunePlan, 'unneeded' | 'leftovers'>,
  since: Date,
): Generator<PruneStep, void> {
  for (const version of unneeded) yield* pruneVersion(dir, version, since);
  for (const file of leftovers) {
    // What was written meanwhile is another file of the same name.
    const isSame = fileIfThere(dir, file.name)?.changedAt.getTime() === file.changedAt.getTime();
    if (isSame) remove(dir, file.name);
    yield { did: isSame ? 'deleted-file' : 'kept-file', file };
  }
}

function* pruneVersion(dir: string, version: StoredVersion, since: Date): Generator<PruneStep, void> {
  const { hash, parts } = version;
  const mark = `${hash}.${PRUNED}`;
  if (!moveIfThere(bundlePath(dir, hash), join(dir, mark))) return;
  // On disk before its parts go: after a failure of power as after a kill.
  syncFolder(dir);
  yield { did: 'set-aside', version };
  const { changedAt } = fileIfThere(dir, mark) ?? version.bundle;
  if (isThere(dir, hash) || changedAt >= since || currentHash(dir) === hash) {
    moveIfThere(join(dir, mark), bundlePath(dir, hash));
    yield { did: 'put-back', version };
    return;
  }
  for (const file of parts) {
    // Built again meanwhile: what lies beside it is its own.
    if (isThere(dir, hash)) break;
    remove(dir, file.name);
    yield { did: 'deleted-file', file };
  }
  syncFolder(dir);
  remove(dir, mark);
  yield { did: isThere(dir, hash) ? 'put-back' : 'deleted-version', version };
}

const isThere = (dir: string, hash: string): boolean => fileIfThere(dir, `${hash}.json`) !== undefined;

const remove = (dir: string, name: string): void => {
  rmSync(join(dir, name), { force: true });
};

/** @returns false where another has moved it already */
function moveIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Some systems cannot open a folder, and need not. */
function syncFolder(dir: string): void {
  let folder;
  try {
    folder = openSync(dir, 'r');
    fsyncSync(folder);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
