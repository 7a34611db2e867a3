const TWO_TO_32 = 2 ** 32;

/** The 32-bit FNV-1a hash of a text in UTF-8 (Fowler, Noll and Vo), as an unsigned integer. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * Fills a list with the next words of 32 bits. Lists, since handing over numbers one by one costs more than making them;
 * of integers, since a word that is kept as a fraction has to be turned into bits again.
 */
export type WordSource = (into: Uint32Array) => void;

/**
 * A stream of random words that is the same for the same seed on every machine: xoshiro128** (Blackman and
 * Vigna), its state filled by a generator of another kind, as its authors advise. Not for secrets.
 */
export function wordSource(seed: number): WordSource {
  return xoshiro128(splitMix32(seed));
}

/** A word as a number in (0, 1): 2^32 different ones, never 0 or 1. */
export function uniformOf(word: number): number {
  return (word + 0.5) / TWO_TO_32;
}

/** Four well mixed 32-bit words, not all zero, from one. */
function splitMix32(seed: number): Uint32Array {
  return Uint32Array.from([1, 2, 3, 4], (step) => {
    let word = (seed + Math.imul(step, 0x9e3779b9)) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  });
}

/** xoshiro128**: fills a list with the next words, from a state of four words not all zero. */
export function xoshiro128(state: Uint32Array): WordSource {
  return (into) => {
    let [a = 0, b = 0, c = 0, d = 0] = Int32Array.from(state);
    for (let at = 0; at < into.length; at += 1) {
      into[at] = Math.imul(rotate(Math.imul(b, 5), 7), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11);
    }
    state.set([a, b, c, d]);
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
