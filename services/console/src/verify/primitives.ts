import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Primitives } from '../../../../libs/transparency-log/src/record/verify-record-file';

hashes.sha512 = sha512;

/**
 * Hash and signature in every browser. The browser's own are missing where a page came over HTTP in a class's network
 * (they ask for a secure context), and Ed25519 in browsers of a few years ago.
 */
export const PRIMITIVES: Primitives = {
  sha256,
  isSignature: (signature, text, publicKey) => {
    try {
      return verify(signature, text, publicKey);
    } catch {
      // It throws where a key or a signature has not its length.
      return false;
    }
  },
};
