import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/**
 * SHA-256 of the canonical JSON of a value, in lower-case hexadecimal: the same content is the same hash, wherever it is.
 *
 * @throws TypeError as {@link canonicalJson}
 */
export const canonicalHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
