import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../canonical/canonical-json';
import { type Hash, leafHash } from '../tree/hash';

const SALT_BYTES = 32;
const SALT_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** 32 random bytes as base64url without padding (43 characters). */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}

/** True for a string of the form that {@link newSalt} makes. */
export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && SALT_PATTERN.test(value);
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
 * {@link saltedLeaf} of a record whose canonical JSON is at hand: a record may be large. The keys `record` and `salt`
 * are in order, and a salt has nothing to escape, so that the text around the record is always the same.
 *
 * @param canonicalRecord what {@link canonicalJson} makes of the record
 * @throws TypeError if the salt is not 32 bytes in base64url.
 */
export function saltedLeafOfText(canonicalRecord: string, salt: string): Hash {
  if (!isSalt(salt)) throw new TypeError('a salt is 32 bytes in base64url');
  return leafHash(Buffer.from(`{"record":${canonicalRecord},"salt":"${salt}"}`, 'utf8'));
}
