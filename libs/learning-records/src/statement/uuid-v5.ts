import { createHash } from 'node:crypto';

/** Of the names that this product gives its statements; made once, at random. */
const NAMESPACE = '5b0d1c6e-8c5f-4e0e-9a43-7a2f6f0f5c11';

/**
 * A UUID of a name: the same name, the same UUID (RFC 9562, §5.5).
 *
 * @param namespace a UUID
 */
export function uuidV5(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of something by what it is, e.g. a statement by tenant, event and verb: a repeat has the same. */
export const idOf = (...parts: readonly string[]): string => uuidV5(JSON.stringify(parts), NAMESPACE);
