import { createHash } from 'node:crypto';

const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** A value as JSON text that carries its own checksum. */
export const checkedJson = (value) => `${JSON.stringify({ ...value, sha256: digest(value) }, null, 2)}\n`;

/**
 * Reads such a text.
 *
 * @throws {Error} when it is no JSON, or does not have its checksum
 */
export function readCheckedJson(text) {
  const { sha256, ...value } = JSON.parse(text);
  if (sha256 !== digest(value)) throw new Error('its checksum does not fit');
  return { ...value, sha256 };
}
