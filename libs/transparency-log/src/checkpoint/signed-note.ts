import { LogFormatError } from './log-format-error';
import { type NoteSigner, type NoteVerifier } from './note-key';

/** One signature line of a note: `— name base64(key id ‖ signature)`. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A note as read, nothing verified yet. `text` ends with a line feed; it is what was signed. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

/**
 * Signs a text in the signed-note format (C2SP signed-note; Go `golang.org/x/mod/sumdb/note`).
 *
 * @throws LogFormatError `malformed-note` unless the text is not empty, ends with a line feed and has no other
 *   control characters.
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || hasControlCharacter(text)) {
    throw new LogFormatError('malformed-note', 'a note is plain text that ends with a line feed');
  }
  const lines = signers.map((signer) => {
    const bytes = Buffer.concat([Buffer.from(signer.keyId, 'hex'), signer.sign(text)]);
    return `— ${signer.name} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

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
 * The text of a note that carries a valid signature of this verifier; signatures of others are ignored, as
 * witnesses may add theirs.
 *
 * @throws LogFormatError `malformed-note`, `unknown-key` (not signed with this key), `bad-signature`.
 */
export function verifyNote(note: string, verifier: NoteVerifier): string {
  const { text, signatures } = parseNote(note);
  const own = signatures.filter(({ name, keyId }) => name === verifier.name && keyId === verifier.keyId);
  if (own.length === 0) throw new LogFormatError('unknown-key', `not signed by ${verifier.name}`);
  if (!own.every(({ signature }) => verifier.verify(text, signature))) {
    throw new LogFormatError('bad-signature', `the signature of ${verifier.name} does not fit the text`);
  }
  return text;
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== encoded) {
    throw new LogFormatError('malformed-note', 'a signature line reads: — name base64');
  }
  return {
    name,
    keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

/** The line feed apart, ASCII control characters are not allowed anywhere in a note (C2SP signed-note). */
function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' && character !== '\n');
}
