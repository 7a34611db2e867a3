import { fromBase64, fromHex, joined, toBase64, toHex } from '../bytes';
import { LogFormatError } from './log-format-error';

/** One signature line of a note: `— name base64(key id ‖ signature)`. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** The signature as its line, which ends with a line feed. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(joined(fromHex(keyId), signature))}\n`;

/** A note with the lines of those who signed it later, each with its line feed. */
export const withSignatures = (note: string, lines: readonly string[]): string => [note, ...lines].join('');

/** A note as read, nothing verified yet. `text` ends with a line feed; it is what was signed. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

/**
 * Takes a note apart without judging its signatures.
 *
 * @throws LogFormatError `malformed-note`.
 */
export function parseNote(note: string): SignedNote {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || hasControlCharacter(note)) {
    throw new LogFormatError('malformed-note', 'a note is text, an empty line and signature lines');
  }
  const lines = note.slice(split + 2, -1).split('\n');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/**
 * The signatures of a note that one key made.
 *
 * @throws LogFormatError `unknown-key` where there is none
 */
export function signaturesBy(
  { signatures }: SignedNote,
  key: { readonly name: string; readonly keyId: string },
): readonly NoteSignature[] {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) throw new LogFormatError('unknown-key', `not signed by ${key.name}`);
  return own;
}

/** @param line - without its line feed @throws LogFormatError `malformed-note` */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES) {
    throw new LogFormatError('malformed-note', 'a signature line reads: — name base64');
  }
  return {
    name,
    keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

/** The line feed apart, ASCII control characters are not allowed anywhere in a note (C2SP signed-note). */
export function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' && character !== '\n');
}
