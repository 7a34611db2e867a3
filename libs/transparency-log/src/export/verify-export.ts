import { verifyCheckpoint } from '../checkpoint/checkpoint';
import { type Checkpoint } from '../checkpoint/checkpoint-text';
import { type Cosigned, cosignaturesOf, type WitnessVerifier } from '../checkpoint/cosignature';
import { LogFormatError, type LogFormatCode } from '../checkpoint/log-format-error';
import { parseNote, withSignatures } from '../checkpoint/note-format';
import { noteVerifier } from '../checkpoint/note-key';
import { isObject } from '../json-object';
import { isSalt } from '../leaf/leaf-text';
import { saltedLeaf } from '../leaf/salted-leaf';
import { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf } from '../tree/compact-range';
import { type Hash, isHash } from '../tree/hash';

/**
 * An entry as exported. Of one that was erased, or that is another tenant's, there are only index and leaf hash: record
 * and salt are absent or null.
 */
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
  readonly checkpoint:
    | string
    | { readonly note: string; readonly publicKey?: string; readonly cosignatures?: readonly string[] };
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
    | 'root-mismatch'
    | 'other-key';
  readonly index?: number;
  readonly detail: string;
}

/** The verdict: `size` and `rootHash` are what the entries themselves give, not what the checkpoint claims. */
export interface ExportVerdict {
  readonly ok: boolean;
  readonly size: number;
  readonly rootHash: Hash;
  /** Entries of which there is only the leaf, erased or another tenant's; their place in the log is still proved. */
  readonly erased: number;
  /** Known witnesses that signed the checkpoint. */
  readonly cosigned: readonly Cosigned[];
  /** Signatures below the checkpoint that are neither the log's nor a known witness's. */
  readonly uncheckedSignatures: number;
  readonly problems: readonly ExportProblem[];
}

/**
 * Recomputes an exported log from its records: every leaf, the root over them, and the signature over the root.
 * Reports all that is wrong at once and throws nothing, whatever the file holds.
 *
 * @param file - parsed JSON, expected to be a {@link LogExport}.
 * @param trustedKey - the log's verifier key, learnt some other way. Without it the file's own key is used,
 *   which proves that the file agrees with itself, not whose log it is.
 * @param witnesses - whose signatures are checked too; they need not have signed
 */
export function verifyExport(
  file: unknown,
  trustedKey?: string,
  witnesses: readonly WitnessVerifier[] = [],
): ExportVerdict {
  const shape = asExport(file, trustedKey);
  if (shape === undefined) return new ExportWalk().verdict(undefined);
  const walk = new ExportWalk();
  for (const entry of shape.entries) walk.add(entry);
  return walk.verdict(shape, witnesses);
}

/** What an export is held against: its signed note, and the key that is to have signed it. */
export interface ExportSignature {
  readonly note: string;
  readonly publicKey: string;
  /** The key that the file itself names, where another is trusted. */
  readonly ownKey?: string;
}

/**
 * Recomputes a log entry by entry, in O(log n) memory. Stops at the first entry without a usable leaf hash: the root of
 * what follows would mean nothing.
 */
export class ExportWalk {
  private readonly problems: ExportProblem[] = [];
  private range: CompactRange = EMPTY_RANGE;
  private erased = 0;
  private position = 0;
  private stopped = false;

  /** The next entry, as it was parsed. */
  add(value: unknown): void {
    if (this.stopped) return;
    const index = this.position;
    this.position += 1;
    const entry = asEntry(value);
    if (entry === undefined) return this.stop({ index, detail: 'no index or no leaf hash' });
    this.problems.push(...judgeEntry(entry, index));
    if (isErased(entry)) this.erased += 1;
    this.range = appendLeaf(this.range, entry.leafHash).range;
  }

  /** Gives up at the entry that comes next. */
  stop({ index = this.position, detail }: { index?: number; detail: string }): void {
    this.problems.push({ code: 'malformed-entry', index, detail });
    this.stopped = true;
  }

  /** @param signature - undefined where the export has none that can be read */
  verdict(signature: ExportSignature | undefined, witnesses: readonly WitnessVerifier[] = []): ExportVerdict {
    const judged = signature === undefined ? UNSIGNED : judgeNote(signature, this.range, witnesses);
    const { cosigned, uncheckedSignatures } = judged;
    const problems = [...this.problems, ...judgeOwnKey(signature), ...judged.problems];
    return {
      ok: problems.length === 0,
      size: this.range.size,
      rootHash: rootOf(this.range),
      erased: this.erased,
      cosigned,
      uncheckedSignatures,
      problems,
    };
  }
}

const MALFORMED_EXPORT: ExportProblem = {
  code: 'malformed-export',
  detail: 'an export holds entries, a checkpoint and a public key',
};

type JudgedNote = Pick<ExportVerdict, 'cosigned' | 'uncheckedSignatures' | 'problems'>;

const UNSIGNED: JudgedNote = { cosigned: [], uncheckedSignatures: 0, problems: [MALFORMED_EXPORT] };

function judgeNote(
  signature: ExportSignature,
  range: CompactRange,
  witnesses: readonly WitnessVerifier[],
): JudgedNote {
  const problems = judgeCheckpoint(signature, range);
  try {
    const note = parseNote(signature.note);
    const cosigned = cosignaturesOf(note, witnesses);
    const { name, keyId } = noteVerifier(signature.publicKey);
    const others = note.signatures.filter((each) => each.name !== name || each.keyId !== keyId);
    return { cosigned, uncheckedSignatures: others.length - cosigned.length, problems };
  } catch (error) {
    if (!(error instanceof LogFormatError)) throw error;
    const problem = { code: error.code, detail: error.message };
    // What cannot be read at all was said of the log's own signature.
    return { ...UNSIGNED, problems: problems.length > 0 ? problems : [problem] };
  }
}

/** A key in the file that nobody reads would be a place in which bytes could change unnoticed. */
function judgeOwnKey(signature: ExportSignature | undefined): ExportProblem[] {
  if (signature?.ownKey === undefined || signature.ownKey === signature.publicKey) return [];
  return [{ code: 'other-key', detail: 'the key in the file is not the key given' }];
}

/** What speaks against an entry at this place, by itself. */
export function judgeEntry(entry: ExportedEntry, position: number): ExportProblem[] {
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

function judgeCheckpoint({ note, publicKey }: ExportSignature, range: CompactRange): ExportProblem[] {
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

interface ReadExport extends ExportSignature {
  readonly entries: readonly unknown[];
}

function asExport(file: unknown, trustedKey: string | undefined): ReadExport | undefined {
  if (!isObject(file) || !Array.isArray(file.entries)) return undefined;
  const resource: Readonly<Record<string, unknown>> = isObject(file.checkpoint)
    ? file.checkpoint
    : { note: file.checkpoint };
  const ownKey = file.publicKey ?? resource.publicKey;
  const publicKey = trustedKey ?? ownKey;
  if (typeof resource.note !== 'string' || typeof publicKey !== 'string') return undefined;
  const { note, cosignatures = [] } = resource;
  if (!Array.isArray(cosignatures)) return undefined;
  return {
    entries: file.entries,
    note: withSignatures(note, cosignatures),
    publicKey,
    ...(typeof ownKey === 'string' && { ownKey }),
  };
}

function asEntry(value: unknown): ExportedEntry | undefined {
  if (!isObject(value)) return undefined;
  const { index, leafHash, record, salt } = value;
  if (typeof index !== 'number' || !isHash(leafHash)) return undefined;
  if (salt !== undefined && salt !== null && typeof salt !== 'string') return undefined;
  return { index, leafHash, record, salt };
}
