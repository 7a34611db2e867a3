import { type KeyObject } from 'node:crypto';
import { publicKeyOf, rawPublicKey, sha256, signingKey, signs, isSigned } from './ed25519-key';
import { verifierKeyOf, parseVerifierKey } from './verifier-key';

/** Who signs a note. `keyId` is 8 hexadecimal digits, `verifierKey` what verifiers are given. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: string;
  readonly verifierKey: string;
  readonly sign: (text: string) => Buffer;
}

/** Whose signature is expected on a note. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: string;
  readonly verify: (text: string, signature: Uint8Array) => boolean;
}

/**
 * A signer from an Ed25519 private key.
 *
 * @param name - the key's name in the note, by convention a URL without scheme; no white space, no `+`.
 * @param privateKey - a key object, or PKCS #8 PEM.
 * @throws LogFormatError `malformed-key`.
 */
export function noteSigner(name: string, privateKey: KeyObject | string): NoteSigner {
  const key = signingKey(privateKey);
  const { keyId, verifierKey } = verifierKeyOf(name, rawPublicKey(key), sha256);
  return { name, keyId, verifierKey, sign: (text) => signs(key, text) };
}

/**
 * A verifier from the text form `name+keyid+base64(0x01 ‖ public key)` of Go's `sumdb/note` and of C2SP.
 *
 * @throws LogFormatError `malformed-key`, also if the key id does not belong to name and key.
 */
export function noteVerifier(verifierKey: string): NoteVerifier {
  const { name, keyId, publicKey } = parseVerifierKey(verifierKey, sha256);
  const key = publicKeyOf(publicKey);
  return { name, keyId, verify: (text, signature) => isSigned(key, text, signature) };
}
