import { type Hash, isHash } from '../tree/hash';
import { LogFormatError } from './log-format-error';
import { type NoteSigner, noteVerifier } from './note-key';
import { signNote, verifyNote } from './signed-note';

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
  return `${origin}\n${size}\n${Buffer.from(rootHash, 'hex').toString('base64')}\n`;
}

/**
 * Reads a checkpoint's text; lines after the third are extensions and are ignored.
 *
 * @throws LogFormatError `malformed-checkpoint`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  const wellFormed =
    origin !== '' && WHOLE_NUMBER.test(size) && Number.isSafeInteger(Number(size)) && bytes.length === 32;
  if (!wellFormed || bytes.toString('base64') !== root) {
    throw new LogFormatError('malformed-checkpoint', 'a checkpoint reads: origin, size, root hash in base64');
  }
  return { origin, size: Number(size), rootHash: bytes.toString('hex') };
}

/** A checkpoint as a signed note, ready to be published. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(checkpointText(checkpoint), [signer]);
}

/**
 * The checkpoint of a note, if the holder of `verifierKey` signed it.
 *
 * @throws LogFormatError with the code of what is wrong: key, note, signature or checkpoint.
 */
export function verifyCheckpoint(note: string, verifierKey: string): Checkpoint {
  return parseCheckpoint(verifyNote(note, noteVerifier(verifierKey)));
}
