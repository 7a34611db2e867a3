import { createHash } from 'node:crypto';
import { canonicalJson, isSalt } from '@openrounds/transparency-log';

/** Separates these hashes from all others, the leaves of the log among them. */
const DOMAIN = 'openrounds/key/v1';

/**
 * Commits to a case's key before the first answer: SHA-256, in lower-case hexadecimal, of three lines without an end of
 * line after the last: `openrounds/key/v1`, the salt as text, the key as canonical JSON (RFC 8785). Neither of the two
 * last holds a line feed, so that no other key and salt give the same bytes, and anyone can recompute it with
 * `printf 'openrounds/key/v1\n%s\n%s' "$salt" "$key" | sha256sum`. The salt keeps the key from being found by trial.
 *
 * @param key whatever is promised not to change: diagnosis, accepted diagnoses, the lists of the stages, verdicts
 * @param salt 32 random bytes in base64url, as the log makes them
 * @throws TypeError for a key without a canonical form, or another salt
 */
export function keyCommitment(key: unknown, salt: string): string {
  if (!isSalt(salt)) throw new TypeError('a salt is 32 bytes in base64url');
  return createHash('sha256')
    .update(`${DOMAIN}\n${salt}\n${canonicalJson(key)}`, 'utf8')
    .digest('hex');
}

/** Whether a key that was given out is the one that was committed to. */
export function opensCommitment(commitment: string, key: unknown, salt: string): boolean {
  return isSalt(salt) && keyCommitment(key, salt) === commitment;
}
