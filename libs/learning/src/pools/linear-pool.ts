import { type DifferentialTally } from '../tally/differential-tally';

/** A disease with what the class as one gives it, 0–1. */
export interface PooledDisease {
  readonly diseaseId: string;
  readonly probability: number;
}

/** The mean list of a class; all of it sums to 1. */
export interface LinearPool {
  readonly answered: number;
  /** The twelve largest, the largest first; of equals the first by id. */
  readonly diseases: readonly PooledDisease[];
  /** What was named besides. */
  readonly further: { readonly count: number; readonly probability: number };
  readonly other: number;
}

/** Diseases that a pool shows by name. */
const SHOWN_IN_POOL = 12;

/**
 * The linear opinion pool with equal weights: mean points of each disease (Genest and Zidek 1986, Stat Sci 1:114–135).
 * Shown first, because a class understands a mean.
 *
 * @returns null for a class that has not answered
 */
export function linearPool({ answered, diseases, other }: DifferentialTally): LinearPool | null {
  if (answered === 0) return null;
  const mean = (points: number): number => points / (100 * answered);
  const sorted = [...diseases].sort(
    (one, two) => two.points - one.points || (one.diseaseId < two.diseaseId ? -1 : 1),
  );
  const rest = sorted.slice(SHOWN_IN_POOL);
  return {
    answered,
    diseases: sorted
      .slice(0, SHOWN_IN_POOL)
      .map(({ diseaseId, points }) => ({ diseaseId, probability: mean(points) })),
    further: { count: rest.length, probability: mean(rest.reduce((sum, { points }) => sum + points, 0)) },
    other: mean(other.points),
  };
}
