import { type Estimate } from './bootstrap';

/** 97.5th percentile of the standard normal distribution: intervals are of 95 %. */
const Z = 1.959963984540054;

/** How many of how many. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

/**
 * A share with the score interval of Wilson (J Am Stat Assoc 1927;22:209). It keeps its width where all or none of a few
 * are right, where a bootstrap would have none, and is advised for small samples by Brown, Cai & DasGupta (Stat Sci
 * 2001;16:101). It takes the cases as independent of one another.
 */
export function wilsonShare({ hits, of }: Count): Estimate {
  if (of === 0) return { value: null, low: null, high: null };
  const value = hits / of;
  const square = Z * Z;
  const middle = (value + square / (2 * of)) / (1 + square / of);
  const half = (Z / (1 + square / of)) * Math.sqrt((value * (1 - value)) / of + square / (4 * of * of));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * The first share less the second, of two groups without a case in common, with the hybrid score interval (method 10) of
 * Newcombe (Stat Med 1998;17:873).
 */
export function differenceOfShares(first: Count, second: Count): Estimate {
  const [one, other] = [wilsonShare(first), wilsonShare(second)];
  if (!isComplete(one) || !isComplete(other)) return { value: null, low: null, high: null };
  const value = one.value - other.value;
  // Where all of one group are hits and none of the other, rounding alone would go past the end.
  return {
    value,
    low: Math.max(-1, value - Math.hypot(one.value - one.low, other.high - other.value)),
    high: Math.min(1, value + Math.hypot(one.high - one.value, other.value - other.low)),
  };
}

type Complete = Readonly<Record<keyof Estimate, number>>;

const isComplete = (estimate: Estimate): estimate is Complete =>
  estimate.value !== null && estimate.low !== null && estimate.high !== null;
