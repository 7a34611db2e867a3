const SALT_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** True for 32 bytes as base64url without padding. */
export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && SALT_PATTERN.test(value);
}

/**
 * The canonical JSON of `{ record, salt }`. The keys `record` and `salt` are in order, and a salt has nothing to escape, so
 * that the text around the record is always the same.
 *
 * @param canonicalRecord the record's own canonical JSON
 * @throws TypeError if the salt is not 32 bytes in base64url.
 */
export function leafText(canonicalRecord: string, salt: string): string {
  if (!isSalt(salt)) throw new TypeError('a salt is 32 bytes in base64url');
  return `{"record":${canonicalRecord},"salt":"${salt}"}`;
}
