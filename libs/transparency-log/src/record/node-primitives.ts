import { createHash, createPublicKey, verify } from 'node:crypto';
import { type Primitives } from './verify-record-file';

/** Hash and signature as Node has them. */
export const NODE_PRIMITIVES: Primitives = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  isSignature: (signature, text, publicKey) => {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, text, key, signature);
  },
};
