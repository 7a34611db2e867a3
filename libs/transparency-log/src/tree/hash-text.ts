/** A SHA-256 hash as 64 lower-case hexadecimal digits: it travels and is stored as it is compared. */
export type Hash = string;

const HASH_PATTERN = /^[0-9a-f]{64}$/;

/** True for 64 lower-case hexadecimal digits. */
export function isHash(value: unknown): value is Hash {
  return typeof value === 'string' && HASH_PATTERN.test(value);
}
