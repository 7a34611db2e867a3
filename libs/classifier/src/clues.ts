/** Hashes by Fowler, Noll and Vo (FNV-1a), in 32 bits, and what mixes their last bits. */
const BASIS = 2_166_136_261;
const PRIME = 16_777_619;
const SPREAD = 2_246_822_519;
const [FIRST_SHIFT, SECOND_SHIFT] = [15, 13];

const folded = (hash: number, more: number): number => Math.imul(hash ^ more, PRIME);

/** A text, or a stretch of it in UTF-16 units, as a number of 32 bits. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = BASIS;
  for (let at = from; at < to; at += 1) hash = folded(hash, text.charCodeAt(at));
  return hash;
}

function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> FIRST_SHIFT), SPREAD);
  return (first ^ (first >>> SECOND_SHIFT)) >>> 0;
}

/**
 * What is known of one thing, as numbers of 32 bits, in a list that is used again for the next. What is told tells
 * another thing as first and as second clue, so that all things are to be told of in the same order.
 */
export class Clues {
  private readonly list: Uint32Array;
  private count = 0;

  /** @param most there is room for so many clues of one thing */
  constructor(most: number) {
    this.list = new Uint32Array(most);
  }

  /** The clues since the last `clear`; good until the next. */
  get all(): Uint32Array {
    return this.list.subarray(0, this.count);
  }

  clear(): void {
    this.count = 0;
  }

  one(first: number): void {
    this.add(folded(this.seed(), first));
  }

  two(first: number, second: number): void {
    this.add(folded(folded(this.seed(), first), second));
  }

  three(first: number, second: number, third: number): void {
    this.add(folded(folded(folded(this.seed(), first), second), third));
  }

  four(first: number, second: number, third: number, fourth: number): void {
    this.add(folded(folded(folded(folded(this.seed(), first), second), third), fourth));
  }

  five(first: number, second: number, third: number, fourth: number, fifth: number): void {
    this.add(folded(folded(folded(folded(folded(this.seed(), first), second), third), fourth), fifth));
  }

  private seed(): number {
    return folded(BASIS, this.count);
  }

  private add(hash: number): void {
    this.list[this.count] = spread(hash);
    this.count += 1;
  }
}
