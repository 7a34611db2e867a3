import { type UniformSource } from './random';

/**
 * Standard normal deviates by Marsaglia's polar method: exact, two from each point that falls into
 * the unit circle.
 */
export function normalDeviates(uniform: UniformSource): () => number {
  let spare = NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const deviate = spare;
      spare = NaN;
      return deviate;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}
