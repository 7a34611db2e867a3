import { type UniformSource } from './random';

/** Points of the unit square made at a time. */
const POINTS = 256;

/** Fills a list with the next standard normal deviates. */
export type NormalSource = (into: Float64Array) => void;

/**
 * Standard normal deviates by Marsaglia's polar method: exact, two from each point that falls into
 * the unit circle.
 */
export function normalDeviates(uniform: UniformSource): NormalSource {
  const points = new Float64Array(2 * POINTS);
  let at = points.length;
  let spare: number | undefined;
  return (into) => {
    let filled = 0;
    if (spare !== undefined && into.length > 0) {
      into[0] = spare;
      spare = undefined;
      filled = 1;
    }
    while (filled < into.length) {
      if (at === points.length) {
        uniform(points);
        at = 0;
      }
      const x = 2 * (points[at] ?? 0) - 1;
      const y = 2 * (points[at + 1] ?? 0) - 1;
      at += 2;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      into[filled] = x * scale;
      if (filled + 1 < into.length) into[filled + 1] = y * scale;
      else spare = y * scale;
      filled += 2;
    }
  };
}
