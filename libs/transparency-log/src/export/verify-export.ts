import { type Checkpoint, verifyCheckpoint } from '../checkpoint/checkpoint';
import { LogFormatError, type LogFormatCode } from '../checkpoint/log-format-error';
import { isSalt, saltedLeaf } from '../leaf/salted-leaf';
import { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf } from '../tree/compact-range';
import { EMPTY_ROOT, type Hash, isHash } from '../tree/hash';

/** An entry as exported. Of an erased one only index and leaf hash are left: record and salt are absent or null. */
export interface ExportedEntry {
  readonly index: number;
  readonly leafHash: Hash;
  readonly record?: unknown;
  readonly salt?: string | null;
}

/** A log as exported: every entry that the checkpoint covers, in order of index. */
export interface LogExport {
  readonly entries: readonly ExportedEntry[];
  /** The signed note, alone or in the resource that `GET /v1/log/checkpoint` answers. */
  readonly checkpoint: string | { readonly note: string; readonly publicKey?: string };
  /** The verifier key, `name+keyid+base64`, unless the checkpoint resource holds it. */
  readonly publicKey?: string;
}

/** What speaks against an export; `index` names the entry where there is one. */
export interface ExportProblem {
  readonly code:
    | LogFormatCode
    | 'malformed-export'
    | 'malformed-entry'
    | 'entry-out-of-order'
    | 'leaf-mismatch'
    | 'entries-missing'
    | 'entry-beyond-checkpoint'
    | 'root-mismatch';
  readonly index?: number;
  readonly detail: string;
}

/** The verdict: `size` and `rootHash` are what the entries themselves give, not what the checkpoint claims. */
export interface ExportVerdict {
  readonly ok: boolean;
  readonly size: number;
  readonly rootHash: Hash;
  /** Entries of which only the leaf is left; their place in the log is still proved. */
  readonly erased: number;
  readonly problems: readonly ExportProblem[];
}

/**
 * Recomputes an exported log from its records: every leaf, the root over them, and the signature over the root.
 * Reports all that is wrong at once and throws nothing, whatever the file holds.
 *
 * @param file - parsed JSON, expected to be a {@link LogExport}.
 * @param trustedKey - the log's verifier key, learnt some other way. Without it the file's own key is used,
 *   which proves that the file agrees with itself, not whose log it is.
 */
export function verifyExport(file: unknown, trustedKey?: string): ExportVerdict {
  const shape = asExport(file, trustedKey);
  if (shape === undefined) {
    const detail = 'an export holds entries, a checkpoint and a public key';
    return {
      ok: false,
      size: 0,
      rootHash: EMPTY_ROOT,
      erased: 0,
      problems: [{ code: 'malformed-export', detail }],
    };
  }
  const walked = walkEntries(shape.entries);
  const problems = [...walked.problems, ...judgeCheckpoint(shape, walked.range)];
  return {
    ok: problems.length === 0,
    size: walked.range.size,
    rootHash: rootOf(walked.range),
    erased: walked.erased,
    problems,
  };
}

interface Walked {
  readonly range: CompactRange;
  readonly erased: number;
  readonly problems: readonly ExportProblem[];
}

/** Stops at the first entry without a usable leaf hash: the root of what follows would mean nothing. */
function walkEntries(entries: readonly unknown[]): Walked {
  const problems: ExportProblem[] = [];
  let range = EMPTY_RANGE;
  let erased = 0;
  for (const [position, value] of entries.entries()) {
    const entry = asEntry(value);
    if (entry === undefined) {
      problems.push({ code: 'malformed-entry', index: position, detail: 'no index or no leaf hash' });
      break;
    }
    problems.push(...judgeEntry(entry, position));
    if (isErased(entry)) erased += 1;
    range = appendLeaf(range, entry.leafHash).range;
  }
  return { range, erased, problems };
}

function judgeEntry(entry: ExportedEntry, position: number): ExportProblem[] {
  const index = position;
  if (entry.index !== position) {
    return [
      { code: 'entry-out-of-order', index, detail: `entry ${entry.index} stands at place ${position}` },
    ];
  }
  if (isErased(entry)) return [];
  if (entry.record === undefined || !isSalt(entry.salt)) {
    return [{ code: 'malformed-entry', index, detail: 'record and salt are there together or not at all' }];
  }
  if (leafOf(entry.record, entry.salt) !== entry.leafHash) {
    return [{ code: 'leaf-mismatch', index, detail: 'the record is not the one that was logged' }];
  }
  return [];
}

function judgeCheckpoint({ note, publicKey }: ReadExport, range: CompactRange): ExportProblem[] {
  let claimed: Checkpoint;
  try {
    claimed = verifyCheckpoint(note, publicKey);
  } catch (error) {
    if (error instanceof LogFormatError) return [{ code: error.code, detail: error.message }];
    throw error;
  }
  if (range.size < claimed.size) {
    return [
      { code: 'entries-missing', detail: `${range.size} entries, the checkpoint covers ${claimed.size}` },
    ];
  }
  if (range.size > claimed.size) {
    const detail = `the checkpoint covers ${claimed.size} entries, the export has ${range.size}`;
    return [{ code: 'entry-beyond-checkpoint', index: claimed.size, detail }];
  }
  if (rootOf(range) === claimed.rootHash) return [];
  return [{ code: 'root-mismatch', detail: 'the entries do not give the root that was signed' }];
}

function isErased({ record, salt }: ExportedEntry): boolean {
  return (record === undefined || record === null) && (salt === undefined || salt === null);
}

/** A parsed file cannot hold what has no canonical form but a lone surrogate: then no leaf fits. */
function leafOf(record: unknown, salt: string): Hash | undefined {
  try {
    return saltedLeaf(record, salt);
  } catch {
    return undefined;
  }
}

interface ReadExport {
  readonly entries: readonly unknown[];
  readonly note: string;
  readonly publicKey: string;
}

function asExport(file: unknown, trustedKey: string | undefined): ReadExport | undefined {
  if (!isObject(file) || !Array.isArray(file.entries)) return undefined;
  const resource = isObject(file.checkpoint) ? file.checkpoint : { note: file.checkpoint };
  const publicKey = trustedKey ?? file.publicKey ?? resource.publicKey;
  if (typeof resource.note !== 'string' || typeof publicKey !== 'string') return undefined;
  return { entries: file.entries, note: resource.note, publicKey };
}

function asEntry(value: unknown): ExportedEntry | undefined {
  if (!isObject(value)) return undefined;
  const { index, leafHash, record, salt } = value;
  if (typeof index !== 'number' || !isHash(leafHash)) return undefined;
  if (salt !== undefined && salt !== null && typeof salt !== 'string') return undefined;
  return { index, leafHash, record, salt };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
