import { LogFormatError } from './log-format-error';
import { hasControlCharacter, parseNote, signatureLine, signaturesBy } from './note-format';
import { type NoteSigner, type NoteVerifier } from './note-key';

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
  const lines = signers.map(({ name, keyId, sign }) => signatureLine({ name, keyId, signature: sign(text) }));
  return `${text}\n${lines.join('')}`;
}

/**
 * The text of a note that carries a valid signature of this verifier; signatures of others are ignored, as
 * witnesses may add theirs.
 *
 * @throws LogFormatError `malformed-note`, `unknown-key` (not signed with this key), `bad-signature`.
 */
export function verifyNote(note: string, verifier: NoteVerifier): string {
  const parsed = parseNote(note);
  const own = signaturesBy(parsed, verifier);
  if (!own.every(({ signature }) => verifier.verify(parsed.text, signature))) {
    throw new LogFormatError('bad-signature', `the signature of ${verifier.name} does not fit the text`);
  }
  return parsed.text;
}
