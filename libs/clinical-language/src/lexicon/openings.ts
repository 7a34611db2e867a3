const BITS = 14;

/** So many short hashes there are. */
export const SHORT_HASHES = 2 ** BITS;

/** A number below 2^14 for a text, of its first two characters, its last and its length. */
export function shortHash(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  let hash = Math.imul(text.charCodeAt(0), 0x9e3779b1);
  if (length > 1) {
    hash ^= Math.imul(text.charCodeAt(1) + length, 0x85ebca6b);
    hash ^= Math.imul(text.charCodeAt(length - 1), 0xc2b2ae35);
  }
  return hash >>> (32 - BITS);
}

/**
 * What phrases may begin with (a Bloom filter of one hash). Dozens of lexicons are asked at every token of a text, and
 * nearly always nothing begins there: this says so without a look into a map.
 */
export class Openings {
  private readonly bits = new Uint32Array(SHORT_HASHES / 32);

  add(key: string): void {
    const hash = shortHash(key);
    this.bits[hash >>> 5] = (this.bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }

  /** False: nothing begins with it. True: something does, but for a few in a thousand. */
  mayBegin(key: string): boolean {
    const hash = shortHash(key);
    return ((this.bits[hash >>> 5] ?? 0) & (1 << (hash & 31))) !== 0;
  }
}
