import { fromBase64, fromHex, toBase64, toHex } from '../bytes';
import { type Hash, isHash } from '../tree/hash-text';
import { LogFormatError } from './log-format-error';

/** What a log commits itself to: which log, how many leaves, which root over them. */
export interface Checkpoint {
  /** The log's unique name, by convention a URL without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Hash;
}

const WHOLE_NUMBER = /^(0|[1-9][0-9]*)$/;

/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size in decimal, root hash in base64, each on a line. */
export function checkpointText({ origin, size, rootHash }: Checkpoint): string {
  if (
    origin === '' ||
    origin.includes('\n') ||
    !Number.isSafeInteger(size) ||
    size < 0 ||
    !isHash(rootHash)
  ) {
    throw new LogFormatError('malformed-checkpoint', 'a checkpoint needs an origin, a size and a root hash');
  }
  return `${origin}\n${size}\n${toBase64(fromHex(rootHash))}\n`;
}

/**
 * Reads a checkpoint's text; lines after the third are extensions and are ignored.
 *
 * @throws LogFormatError `malformed-checkpoint`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = fromBase64(root);
  const wellFormed = origin !== '' && WHOLE_NUMBER.test(size) && Number.isSafeInteger(Number(size));
  if (!wellFormed || bytes?.length !== 32) {
    throw new LogFormatError('malformed-checkpoint', 'a checkpoint reads: origin, size, root hash in base64');
  }
  return { origin, size: Number(size), rootHash: toHex(bytes) };
}
