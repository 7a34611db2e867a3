import { fromHex, joined, toHex, utf8 } from '../bytes';
import { canonicalJson } from '../canonical/canonical-json';
import { type Checkpoint, parseCheckpoint } from '../checkpoint/checkpoint-text';
import { LogFormatError, type LogFormatCode } from '../checkpoint/log-format-error';
import { parseNote, signaturesBy, type SignedNote } from '../checkpoint/note-format';
import { parseVerifierKey, type VerifierKey } from '../checkpoint/verifier-key';
import { leafText } from '../leaf/leaf-text';
import { type Hash } from '../tree/hash-text';
import { rootOver } from '../tree/root-over';
import { asRecordFile, type RecordFile, recordFileText } from './record-file';

/** What verifying takes from outside: Node and browsers have it from different places. */
export interface Primitives {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Ed25519 (RFC 8032). */
  readonly isSignature: (signature: Uint8Array, text: Uint8Array, publicKey: Uint8Array) => boolean;
}

/**
 * What is checked: `file`, that it is a record file, written in the one way; `content`, that record and salt give the leaf;
 * `inclusion`, that the leaf stands in the tree that was signed; `signature`, that the log's key signed that tree.
 */
export const RECORD_CHECKS = ['file', 'content', 'inclusion', 'signature'] as const;
export type RecordCheck = (typeof RECORD_CHECKS)[number];

export interface RecordProblem {
  readonly check: RecordCheck;
  readonly code:
    | LogFormatCode
    | 'malformed-record-file'
    | 'not-canonical'
    | 'leaf-mismatch'
    | 'size-mismatch'
    | 'not-included'
    | 'more-signatures'
    | 'other-key';
  readonly detail: string;
}

/** The verdict. `file` and `checkpoint` are there as far as they could be read, whatever is wrong with them. */
export interface RecordVerdict {
  readonly ok: boolean;
  readonly problems: readonly RecordProblem[];
  readonly file?: RecordFile;
  readonly checkpoint?: Checkpoint;
  /** Name and id of the key that was to have signed. */
  readonly signer?: Pick<VerifierKey, 'name' | 'keyId'>;
}

/**
 * Verifies a record file: nothing is asked of anybody, and every problem is reported at once. Throws nothing, whatever the
 * bytes are.
 *
 * @param trustedKey the log's verifier key, learnt some other way. Without it the file's own is used, which proves that the
 *   file agrees with itself, not whose log it is.
 */
export function verifyRecordFile(
  bytes: Uint8Array,
  primitives: Primitives,
  trustedKey?: string,
): RecordVerdict {
  const text = textOf(bytes);
  const file = text === undefined ? undefined : asRecordFile(jsonOf(text));
  if (file === undefined) return { ok: false, problems: [MALFORMED] };
  const [note, badNote] = trying('inclusion', () => parseNote(file.note));
  const [checkpoint, badCheckpoint] = trying('inclusion', () => note && parseCheckpoint(note.text));
  const [signer, badKey] = trying('signature', () =>
    parseVerifierKey(trustedKey ?? file.publicKey, primitives.sha256),
  );
  const problems = [
    ...(isCanonical(file, text) ? [] : [NOT_CANONICAL]),
    ...judgeContent(file, primitives),
    ...[badNote, badCheckpoint, badKey].flatMap((problem) => problem ?? []),
    ...(checkpoint === undefined ? [] : judgeInclusion(file, checkpoint, primitives)),
    ...(trustedKey === undefined || trustedKey === file.publicKey ? [] : [OTHER_KEY]),
    ...(note === undefined || signer === undefined ? [] : judgeSignature(note, signer, primitives)),
  ];
  return {
    ok: problems.length === 0,
    problems,
    file,
    ...(checkpoint && { checkpoint }),
    ...(signer && { signer: { name: signer.name, keyId: signer.keyId } }),
  };
}

const MALFORMED: RecordProblem = {
  check: 'file',
  code: 'malformed-record-file',
  detail: 'this is no record file, or one that cannot be read any more',
};
const NOT_CANONICAL: RecordProblem = {
  check: 'file',
  code: 'not-canonical',
  detail: 'the file is not written in the one way in which record files are',
};
const OTHER_KEY: RecordProblem = {
  check: 'signature',
  code: 'other-key',
  detail: 'the key in the file is not the key given',
};

function judgeContent({ record, salt, leafHash }: RecordFile, { sha256 }: Primitives): RecordProblem[] {
  const [hash] = attempt(() =>
    toHex(sha256(joined(Uint8Array.of(0x00), utf8(leafText(canonicalJson(record), salt))))),
  );
  if (hash === leafHash) return [];
  return [{ check: 'content', code: 'leaf-mismatch', detail: 'the record is not the one that was logged' }];
}

function judgeInclusion(file: RecordFile, checkpoint: Checkpoint, { sha256 }: Primitives): RecordProblem[] {
  const { index, size, path } = file;
  const node = (left: Hash, right: Hash): Hash =>
    toHex(sha256(joined(Uint8Array.of(0x01), fromHex(left), fromHex(right))));
  const problems: RecordProblem[] = [];
  if (size !== checkpoint.size) {
    const detail = `the file says that the log had ${String(size)} entries, its note ${String(checkpoint.size)}`;
    problems.push({ check: 'inclusion', code: 'size-mismatch', detail });
  }
  if (rootOver(file, checkpoint.size, path, node) !== checkpoint.rootHash) {
    const detail = `entry ${String(index)} with its audit path does not lead to the root of the note`;
    problems.push({ check: 'inclusion', code: 'not-included', detail });
  }
  return problems;
}

/** One signature and no other: that of a witness would be a place in which bytes could change unnoticed. */
function judgeSignature(note: SignedNote, key: VerifierKey, { isSignature }: Primitives): RecordProblem[] {
  const [own, unknown] = trying('signature', () => signaturesBy(note, key));
  if (own === undefined) return unknown === undefined ? [] : [unknown];
  if (note.signatures.length > 1)
    return [{ check: 'signature', code: 'more-signatures', detail: 'the note has more than one signature' }];
  const text = utf8(note.text);
  if (own.every(({ signature }) => isSignature(signature, text, key.publicKey))) return [];
  const detail = `the signature of ${key.name} does not fit the checkpoint`;
  return [{ check: 'signature', code: 'bad-signature', detail }];
}

/** The value, or what was wrong with it. */
function trying<T>(check: RecordCheck, read: () => T): [T, undefined] | [undefined, RecordProblem] {
  const [value, error] = attempt(read);
  if (error === undefined) return [value as T, undefined];
  if (!(error instanceof LogFormatError)) throw error;
  return [undefined, { check, code: error.code, detail: error.message }];
}

function attempt<T>(read: () => T): [T, undefined] | [undefined, unknown] {
  try {
    return [read(), undefined];
  } catch (error) {
    return [undefined, error];
  }
}

/** Strict: bytes that are no UTF-8 would be read as others are, and a byte order mark would be lost. */
function textOf(bytes: Uint8Array): string | undefined {
  return attempt(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))[0];
}

const jsonOf = (text: string): unknown => attempt<unknown>(() => JSON.parse(text))[0];

const isCanonical = (file: RecordFile, text: string | undefined): boolean =>
  attempt(() => recordFileText(file))[0] === text;
