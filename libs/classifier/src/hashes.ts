/** Hashes by Fowler, Noll and Vo (FNV-1a), in 32 bits, and what mixes their last bits. */
export const BASIS = 2_166_136_261;
const PRIME = 16_777_619;
const SPREAD = 2_246_822_519;
const [FIRST_SHIFT, SECOND_SHIFT] = [15, 13];

/** A hash with one number more; it is only good for a clue when it has been {@link spread}. */
export const folded = (hash: number, more: number): number => Math.imul(hash ^ more, PRIME);

/** A hash whose last bits hang on all of it: above 0, for 0 is no clue. */
export function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> FIRST_SHIFT), SPREAD);
  return (first ^ (first >>> SECOND_SHIFT)) >>> 0 || 1;
}

/** A text, or a stretch of it in UTF-16 units, as a number of 32 bits. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = BASIS;
  for (let at = from; at < to; at += 1) hash = folded(hash, text.charCodeAt(at));
  return hash;
}

/** What is told in words as a clue. */
export const clueOf = (text: string): number => spread(hashOf(text));
