/**
 * A quantile of a sample by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
 *
 * @param sorted the sample, ascending, not empty
 * @param share 0..1: 0.05 for the 5th percentile
 */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (at - below) * (high - low);
}
