import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of the bytes, in hexadecimal; the browser's own is missing where a page came over HTTP. */
export const hashOfBase64 = (content: string): string =>
  bytesToHex(sha256(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))));
