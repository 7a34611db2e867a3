import { open, readFile } from 'node:fs/promises';
import { requireReadable } from '../io/require-readable';

/** Whoever writes a record file writes its format first. */
const HEAD_BYTES = 100;

/**
 * The bytes of a record file; undefined where a file is something else.
 *
 * @throws UnusableArgument where it cannot be read
 */
export async function recordBytes(path: string): Promise<Uint8Array | undefined> {
  await requireReadable(path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const isRecord = buffer.toString('utf8', 0, bytesRead).includes('"openrounds-record/');
    return isRecord ? await readFile(path) : undefined;
  } finally {
    await file.close();
  }
}
