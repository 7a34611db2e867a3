import { CELLS_OF_ONE, cellOf, type StatedList } from '../scores/stated-list';
import { differentialTally } from '../tally/differential-tally';
import { linearPool, type PooledDisease } from './linear-pool';

/** The normalised geometric mean of a class's lists; all of it sums to 1. */
export interface LogarithmicPool {
  readonly answered: number;
  /** Those that the linear pool shows, the largest first; of equals the first by id. */
  readonly diseases: readonly PooledDisease[];
  /** Everything else: Other, and what was named besides the diseases shown. */
  readonly rest: number;
}

/**
 * The logarithmic opinion pool with equal weights, p ∝ exp(mean ln q), over the diseases that the linear pool shows and
 * one cell for everything else (Genest and Zidek 1986, Stat Sci 1:114–135). It rewards agreement: who gives a disease
 * little weighs more than in a mean.
 *
 * A student who did not name a shown disease gives it one cell of Other, Other ÷ 20, and keeps that much less in
 * everything else. At most twelve are shown, so that eight cells always remain and no logarithm is infinite.
 *
 * @returns null for a class that has not answered
 */
export function logarithmicPool(lists: readonly StatedList[]): LogarithmicPool | null {
  const linear = linearPool(differentialTally(lists));
  if (linear === null) return null;
  const shown = linear.diseases.map(({ diseaseId }) => diseaseId);
  const rests = lists.map((list) => shown.reduce((left, id) => left - cellOf(list, id), CELLS_OF_ONE));
  const weights = shown.map((id) => geometricMean(lists.map((list) => cellOf(list, id))));
  const weightOfRest = geometricMean(rests);
  const total = weights.reduce((sum, weight) => sum + weight, weightOfRest);
  const diseases = shown.map((diseaseId, at) => ({ diseaseId, probability: (weights[at] ?? 0) / total }));
  return {
    answered: lists.length,
    diseases: diseases.sort(
      (one, two) => two.probability - one.probability || (one.diseaseId < two.diseaseId ? -1 : 1),
    ),
    rest: weightOfRest / total,
  };
}

/** Added in order of size, so that the order of the students changes not even the last digit. */
function geometricMean(cells: readonly number[]): number {
  const sorted = [...cells].sort((one, two) => one - two);
  return Math.exp(sorted.reduce((sum, cell) => sum + Math.log(cell), 0) / cells.length);
}
