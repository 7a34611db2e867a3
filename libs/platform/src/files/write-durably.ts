import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemErrorCode } from './system-error';

/**
 * Puts a small file in place as a whole (0600): a reader finds the old text or the new one, also after a power cut,
 * and once this has resolved the new one is on disk. Makes the folder (0700) where it is missing. Two writers of one
 * file must take turns.
 *
 * @throws the system's error (`EACCES`, `ENOSPC`, `EROFS` …); the old text stands then
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
  await syncFolder(folder);
}

/** The new name is on disk only when the folder is; some systems cannot do that, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync().catch((error: unknown) => {
      if (!isUnsupported(error)) throw error;
    });
  } finally {
    await handle?.close();
  }
}

const isUnsupported = (error: unknown): boolean =>
  ['EINVAL', 'EPERM', 'ENOTSUP'].includes(systemErrorCode(error) ?? '');
