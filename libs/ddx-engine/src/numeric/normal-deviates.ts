import { type UniformSource } from './random';

/** How many deviates are made at a time: a number that is handed over singly costs as much again as making it. */
const BLOCK = 256;

/**
 * Standard normal deviates by Marsaglia's polar method: exact, two from each point that falls into
 * the unit circle.
 */
export function normalDeviates(uniform: UniformSource): () => number {
  const block = new Float64Array(BLOCK);
  let at = BLOCK;
  return () => {
    if (at === BLOCK) {
      fillBlock(block, uniform);
      at = 0;
    }
    const deviate = block[at] ?? NaN;
    at += 1;
    return deviate;
  };
}

function fillBlock(block: Float64Array, uniform: UniformSource): void {
  for (let at = 0; at < block.length;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square >= 1 || square === 0) continue;
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    block[at] = x * scale;
    block[at + 1] = y * scale;
    at += 2;
  }
}
