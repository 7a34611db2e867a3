import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { LogFormatError } from './log-format-error';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

export const signs = (key: KeyObject, text: string): Buffer => sign(null, Buffer.from(text, 'utf8'), key);

export const isSigned = (key: KeyObject, text: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(text, 'utf8'), key, signature);

/**
 * @param privateKey - a key object, or PKCS #8 PEM
 * @throws LogFormatError `malformed-key`
 */
export function signingKey(privateKey: KeyObject | string): KeyObject {
  const key = ed25519(() => (typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey));
  if (key.type !== 'private') throw new LogFormatError('malformed-key', 'signing takes a private key');
  return key;
}

/** The 32 bytes (RFC 8032) of the public half of a private key. */
export const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

/** @throws LogFormatError `malformed-key` */
export function publicKeyOf(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return ed25519(() => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
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
