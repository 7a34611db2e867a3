import { type StatedProbability } from '../model/case-outcome';
import { quantile } from '../statistics/quantile';
import { seededRandom } from '../statistics/random';

/** Statements of about the same probability. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was stated; null for an empty bin. */
  readonly stated: number | null;
  /** Share that turned out right; null for an empty bin. */
  readonly observed: number | null;
}

const BINS = 10;

/** Bins of equal width over [0, 1]; 1 itself belongs to the last. */
export function reliabilityBins(
  statements: readonly StatedProbability[],
  bins: number = BINS,
): ReliabilityBin[] {
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  const rights = new Float64Array(bins);
  for (const { probability, correct } of statements) {
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
    sums[bin] = (sums[bin] ?? 0) + probability;
    rights[bin] = (rights[bin] ?? 0) + (correct ? 1 : 0);
  }
  return Array.from(counts, (count, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count,
    stated: count === 0 ? null : (sums[bin] ?? 0) / count,
    observed: count === 0 ? null : (rights[bin] ?? 0) / count,
  }));
}

/** Expected calibration error (Naeini 2015): mean |stated − observed| over the bins, weighted by their counts. */
export function expectedCalibrationError(statements: readonly StatedProbability[]): number | null {
  if (statements.length === 0) return null;
  const errors = reliabilityBins(statements).map(
    ({ count, stated, observed }) => count * Math.abs((stated ?? 0) - (observed ?? 0)),
  );
  return errors.reduce((sum, error) => sum + error, 0) / statements.length;
}

export interface Band {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The range, 2.5th to 97.5th percentile, of the calibration error that these very statements would show if each
 * were right with exactly the probability stated: with few cases it is far from 0.
 */
export function perfectlyCalibratedBand(
  statements: readonly StatedProbability[],
  { draws = 1000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): Band {
  const random = seededRandom(seed);
  const errors = Array.from({ length: draws }, () =>
    expectedCalibrationError(
      statements.map(({ probability }) => ({ probability, correct: random() < probability })),
    ),
  ).filter((error) => error !== null);
  return { low: quantile(errors, 0.025), high: quantile(errors, 0.975) };
}
