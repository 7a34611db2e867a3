import { readFile } from 'node:fs/promises';
import {
  type Checkpoint,
  checkpointText,
  LogFormatError,
  parseCheckpoint,
} from '@openrounds/transparency-log';
import { UnusableArgument } from '../surroundings';

/** The head that an operator says is the true one. */
export interface AcceptedHead {
  readonly size: number;
  readonly rootHash: string;
  /** The log's name, where the file cannot tell it any more. */
  readonly origin?: string | undefined;
}

/**
 * Makes a head the one that the explanation log goes on from: writes it into the file that the service remembers its
 * head in (`LOG_HEAD_FILE`). The service reads the file before each append and each signature, and needs no restart.
 *
 * @returns the head that the file held before; undefined where it held none that can be read
 * @throws UnusableArgument for a head that is none, or where the log's name is not known
 */
export async function acceptHead(file: string, head: AcceptedHead): Promise<Checkpoint | undefined> {
  const before = await headIn(file);
  const origin = head.origin ?? before?.origin;
  if (origin === undefined) {
    throw new UnusableArgument(`${file} does not tell which log it belongs to: give --origin (LOG_ORIGIN)`);
  }
  const text = textOf({ origin, size: head.size, rootHash: head.rootHash });
  // Only here: the entry point loads the whole service framework.
  const { writeDurably } = await import('@openrounds/platform');
  await writeDurably(file, text);
  return before;
}

async function headIn(file: string): Promise<Checkpoint | undefined> {
  try {
    return parseCheckpoint(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function textOf(head: Checkpoint): string {
  try {
    return checkpointText(head);
  } catch (error) {
    if (!(error instanceof LogFormatError)) throw error;
    throw new UnusableArgument('a head is a number of entries and a root hash of 64 hexadecimal digits');
  }
}
