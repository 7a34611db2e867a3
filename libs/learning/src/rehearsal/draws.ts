import { createHash } from 'node:crypto';

/** A source of numbers, evenly spread over [0, 1). */
export type Draws = () => number;

const TWO_TO_32 = 2 ** 32;
const WORD_BYTES = 4;

/** The same numbers for the same seed on every machine: the words of SHA-256 over the seed and a counter. */
export function drawsOf(seed: string): Draws {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  return () => {
    if (at >= block.length) {
      block = createHash('sha256').update(`${seed} ${blocks}`).digest();
      blocks += 1;
      at = 0;
    }
    const word = block.readUInt32BE(at);
    at += WORD_BYTES;
    return word / TWO_TO_32;
  };
}

/** A number of the normal distribution with mean 0 and variance 1 (Box and Muller 1958). */
export function normal(draw: Draws): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** One of the items, each as likely as its weight says; the last where rounding leaves a hair. */
export function drawn<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  draw: Draws,
): Item | undefined {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = draw() * total;
  return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1);
}
