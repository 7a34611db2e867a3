import { BASIS, folded, spread } from './hashes';

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
