import { type TouchedDiseases } from './touched-diseases';

/** Probabilities of the diseases (0 for those excluded) and of Other. */
export interface Probabilities {
  readonly diseases: Float64Array;
  readonly other: number;
}

/**
 * Soft-max over the scores of the diseases and Other, whose score is 0: `p_k = exp(s_k) / (sum_j exp(s_j) + 1)`, by the
 * log-sum-exp method, so that nothing overflows. Summed in the order given (that of the ids), so that the same case
 * gives the same bytes.
 *
 * @param scores natural log odds against Other; -Infinity for an excluded disease
 */
export function softMax(scores: Float64Array): Probabilities {
  let highest = 0;
  for (let at = 0; at < scores.length; at += 1) highest = Math.max(highest, scores[at] ?? 0);
  const diseases = new Float64Array(scores.length);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const weight = Math.exp((scores[at] ?? 0) - highest);
    diseases[at] = weight;
    total += weight;
  }
  const other = Math.exp(-highest);
  total += other;
  for (let at = 0; at < diseases.length; at += 1) diseases[at] = (diseases[at] ?? 0) / total;
  return { diseases, other: other / total };
}

/**
 * The soft-max of scores that have moved, from the probabilities before: all by the same amount but for the diseases
 * touched, so that only for those an exponential has to be taken. Equal to `softMax(scores)` to 1e-12.
 *
 * @param common what was added to the scores of all diseases, those touched included
 */
export function softMaxAfter(
  before: { readonly scores: Float64Array; readonly probabilities: Probabilities },
  scores: Float64Array,
  common: number,
  touched: readonly TouchedDiseases[],
): Probabilities {
  const odds = before.probabilities.diseases;
  const factor = Math.exp(common);
  const diseases = new Float64Array(odds.length);
  for (let at = 0; at < odds.length; at += 1) diseases[at] = (odds[at] ?? 0) * factor;
  for (const { diseases: moved, count } of touched) {
    for (let at = 0; at < count; at += 1) {
      const disease = moved[at] ?? -1;
      const score = scores[disease] ?? -Infinity;
      if (score > -Infinity)
        diseases[disease] = (odds[disease] ?? 0) * Math.exp(score - (before.scores[disease] ?? 0));
    }
  }
  let total = 0;
  for (let at = 0; at < diseases.length; at += 1) total += diseases[at] ?? 0;
  total += before.probabilities.other;
  for (let at = 0; at < diseases.length; at += 1) diseases[at] = (diseases[at] ?? 0) / total;
  return { diseases, other: before.probabilities.other / total };
}
