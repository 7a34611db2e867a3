import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../canonical/canonical-json';
import { type Hash, leafHash } from '../tree/hash';
import { leafText } from './leaf-text';

const SALT_BYTES = 32;

/** 32 random bytes as base64url without padding (43 characters). */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}

/**
 * The leaf of a record: SHA-256(0x00 ‖ canonical JSON of `{ record, salt }`). The salt is erased together with
 * the record: without it nobody can find out by trial which record the remaining leaf stood for.
 *
 * @throws TypeError if the record has no canonical JSON form, or the salt is not 32 bytes in base64url.
 */
export function saltedLeaf(record: unknown, salt: string): Hash {
  if (record === undefined) throw new TypeError('an undefined record has no leaf');
  return saltedLeafOfText(canonicalJson(record), salt);
}

/**
 * {@link saltedLeaf} of a record whose canonical JSON is at hand: a record may be large.
 *
 * @param canonicalRecord what {@link canonicalJson} makes of the record
 * @throws TypeError if the salt is not 32 bytes in base64url.
 */
export function saltedLeafOfText(canonicalRecord: string, salt: string): Hash {
  return leafHash(Buffer.from(leafText(canonicalRecord, salt), 'utf8'));
}
