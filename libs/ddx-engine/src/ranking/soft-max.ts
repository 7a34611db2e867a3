/** Probabilities of the diseases (0 for those excluded) and of Other. */
export interface Probabilities {
  readonly diseases: Float64Array;
  readonly other: number;
}

/**
 * Soft-max over the scores of the diseases and Other, whose score is 0, by the log-sum-exp method. Summed in the
 * order given (that of the ids), so that the same case gives the same bytes.
 *
 * @param scores natural log odds against Other; -Infinity for an excluded disease
 */
export function softMax(scores: Float64Array): Probabilities {
  const highest = scores.reduce((max, score) => Math.max(max, score), 0);
  const weights = scores.map((score) => Math.exp(score - highest));
  const other = Math.exp(-highest);
  const total = weights.reduce((sum, weight) => sum + weight, 0) + other;
  return { diseases: weights.map((weight) => weight / total), other: other / total };
}
