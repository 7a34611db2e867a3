import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { LogFormatError } from './log-format-error';
import { assertKeyName, ED25519, keyIdOf, parseVerifierKey } from './verifier-key';

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
  assertKeyName(name);
  const key = ed25519(() => (typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey));
  if (key.type !== 'private') throw new LogFormatError('malformed-key', 'signing takes a private key');
  const raw = rawPublicKey(createPublicKey(key));
  const keyId = keyIdOf(name, raw, sha256);
  return {
    name,
    keyId,
    verifierKey: `${name}+${keyId}+${Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')}`,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key),
  };
}

/**
 * A verifier from the text form `name+keyid+base64(0x01 ‖ public key)` of Go's `sumdb/note` and of C2SP.
 *
 * @throws LogFormatError `malformed-key`, also if the key id does not belong to name and key.
 */
export function noteVerifier(verifierKey: string): NoteVerifier {
  const { name, keyId, publicKey } = parseVerifierKey(verifierKey, sha256);
  const x = Buffer.from(publicKey).toString('base64url');
  const key = ed25519(() => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
  return {
    name,
    keyId,
    verify: (text, signature) => verify(null, Buffer.from(text, 'utf8'), key, signature),
  };
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function ed25519(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    // The cause may quote key material: it stays here.
    throw new LogFormatError('malformed-key', 'the key cannot be read');
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new LogFormatError('malformed-key', 'an Ed25519 key is needed');
  return key;
}
