import { canonicalJson } from '../canonical/canonical-json';
import { isObject } from '../json-object';
import { type Hash, isHash } from '../tree/hash-text';

export const RECORD_FORMAT = 'openrounds-record/1';

/** One record of the log with all that proves it: nothing else is needed to check it but the log's key. */
export interface RecordFile {
  readonly record: Readonly<Record<string, unknown>>;
  readonly salt: string;
  readonly index: number;
  readonly leafHash: Hash;
  /** Size of the tree that the audit path leads to, that of the note. */
  readonly size: number;
  /** Audit path (RFC 6962, section 2.1.1), lowest first. */
  readonly path: readonly Hash[];
  /** The checkpoint of that size as a signed note, with the log's signature alone. */
  readonly note: string;
  /** The log's verifier key. */
  readonly publicKey: string;
}

/** The one text of a record file: canonical JSON (RFC 8785) and a line feed. */
export const recordFileText = ({
  record,
  salt,
  index,
  leafHash,
  size,
  path,
  note,
  publicKey,
}: RecordFile): string =>
  `${canonicalJson({ format: RECORD_FORMAT, record, salt, index, leafHash, size, path, note, publicKey })}\n`;

/** A record file out of parsed JSON; undefined where it is none. */
export function asRecordFile(value: unknown): RecordFile | undefined {
  if (!isObject(value) || value['format'] !== RECORD_FORMAT) return undefined;
  const { record, salt, index, leafHash, size, path, note, publicKey } = value;
  if (!isObject(record) || typeof salt !== 'string' || !isHash(leafHash)) return undefined;
  if (!isPlace(index) || !isPlace(size) || !Array.isArray(path) || !path.every(isHash)) return undefined;
  if (typeof note !== 'string' || typeof publicKey !== 'string') return undefined;
  return { record, salt, index, leafHash, size, path, note, publicKey };
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
