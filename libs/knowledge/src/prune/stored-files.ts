import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a bundle store. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was written last. A bundle is written anew when it becomes the active one and when it ceases to be it. */
  readonly changedAt: Date;
}

/** A bundle with what lies beside it. */
export interface StoredVersion {
  readonly hash: string;
  readonly bundle: StoredFile;
  readonly parts: readonly StoredFile[];
}

/** What a bundle store holds, each in the order of names. Files that are none of ours are not in it. */
export interface StoredFiles {
  readonly versions: readonly StoredVersion[];
  /** Of versions whose deletion was cut short: their parts, and then the mark that it had begun. */
  readonly halfDeleted: readonly StoredFile[];
  /** Parts whose bundle is not there. */
  readonly orphans: readonly StoredFile[];
  /** Of writers that were killed. */
  readonly drafts: readonly StoredFile[];
}

/** What a bundle is called from the moment on when it is decided that it goes: nobody takes it for a bundle any more. */
export const PRUNED = 'pruned';

const OF_VERSION = /^([0-9a-f]{64})\.(.+)$/;
const DRAFT = /^(?:[0-9a-f]{64}\..+|current)\.\d+\.tmp$/;

/** @param dir the folder of the bundles */
export function storedFiles(dir: string): StoredFiles {
  const files = readdirSync(dir)
    .sort()
    .flatMap((name) => fileIfThere(dir, name) ?? []);
  const isDraft = ({ name }: StoredFile): boolean => DRAFT.test(name);
  const versions: StoredVersion[] = [];
  const halfDeleted: StoredFile[] = [];
  const orphans: StoredFile[] = [];
  for (const [hash, all] of byVersion(files.filter((file) => !isDraft(file)))) {
    const [bundle, mark] = ['json', PRUNED].map((end) => all.find(({ name }) => name === `${hash}.${end}`));
    const parts = all.filter((file) => file !== bundle && file !== mark);
    if (bundle !== undefined) {
      versions.push({ hash, bundle, parts });
      // It was built again since: what lies beside it is its own.
      if (mark !== undefined) halfDeleted.push(mark);
    } else if (mark === undefined) orphans.push(...parts);
    else halfDeleted.push(...parts, mark);
  }
  return { versions, halfDeleted, orphans, drafts: files.filter(isDraft) };
}

function byVersion(files: readonly StoredFile[]): Map<string, StoredFile[]> {
  const found = new Map<string, StoredFile[]>();
  for (const file of files) {
    const [, hash] = OF_VERSION.exec(file.name) ?? [];
    if (hash !== undefined) found.set(hash, [...(found.get(hash) ?? []), file]);
  }
  return found;
}

/** A file as it is now; undefined where there is none of that name. */
export function fileIfThere(dir: string, name: string): StoredFile | undefined {
  const found = statSync(join(dir, name), { throwIfNoEntry: false });
  return found?.isFile() === true ? { name, bytes: found.size, changedAt: found.mtime } : undefined;
}

/** What a file is of its version: `json`, `guidelines`. */
export const endingOf = ({ name }: StoredFile): string => OF_VERSION.exec(name)?.[2] ?? '';
