import { MAX_PAYLOAD_BYTES } from '@openrounds/contracts';

/** What goes with the items in an answer. */
const ENVELOPE_BYTES = 4 * 1024;

/** The first items, as many as one answer carries. */
export function fitting<T>(items: readonly T[]): T[] {
  let left = MAX_PAYLOAD_BYTES - ENVELOPE_BYTES;
  const until = items.findIndex((item) => {
    left -= Buffer.byteLength(JSON.stringify(item)) + 1;
    return left < 0;
  });
  return until === -1 ? [...items] : items.slice(0, until);
}
