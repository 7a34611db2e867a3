import { fromBase64, joined, toBase64, toHex, utf8 } from '../bytes';
import { LogFormatError } from './log-format-error';

/** Signature type of Ed25519 in a signed note (C2SP signed-note). */
const ED25519 = 0x01;
/** Signature type of a witness's timestamped Ed25519 cosignature (C2SP tlog-cosignature). */
export const COSIGNATURE = 0x04;
const ED25519_KEY_BYTES = 32;
const KEY_ID_BYTES = 4;

type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A verifier key as read: `keyId` is 8 hexadecimal digits. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

/**
 * Reads the text form `name+keyid+base64(type ‖ public key)` of Go's `sumdb/note` and of C2SP.
 *
 * @param type - of the signatures that the key makes
 * @throws LogFormatError `malformed-key`, also if the key id does not belong to name and key.
 */
export function parseVerifierKey(verifierKey: string, sha256: Sha256, type: number = ED25519): VerifierKey {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifierKey) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes?.length !== ED25519_KEY_BYTES + 1 || bytes[0] !== type)
    throw new LogFormatError(
      'malformed-key',
      'not an Ed25519 verifier key of the form name+id+key, or one of another use',
    );
  assertKeyName(name);
  const publicKey = bytes.subarray(1);
  if (keyIdOf(name, publicKey, sha256, type) !== keyId)
    throw new LogFormatError('malformed-key', 'key id does not fit the key');
  return { name, keyId, publicKey };
}

/**
 * What verifiers are given of a key, and its id.
 *
 * @throws LogFormatError `malformed-key` for a name that can be none
 */
export function verifierKeyOf(
  name: string,
  publicKey: Uint8Array,
  sha256: Sha256,
  type: number = ED25519,
): { readonly keyId: string; readonly verifierKey: string } {
  assertKeyName(name);
  const keyId = keyIdOf(name, publicKey, sha256, type);
  return { keyId, verifierKey: `${name}+${keyId}+${toBase64(joined(Uint8Array.of(type), publicKey))}` };
}

/** The first four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key), in hexadecimal. */
const keyIdOf = (name: string, publicKey: Uint8Array, sha256: Sha256, type: number = ED25519): string =>
  toHex(sha256(joined(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, KEY_ID_BYTES));

/** @throws LogFormatError `malformed-key` */
function assertKeyName(name: string): void {
  if (!/^[^\s+]+$/u.test(name))
    throw new LogFormatError('malformed-key', 'a key name has no white space and no plus sign');
}
