/** Diseases by index; 1 where the knowledge base is taken not to hold it. */
export type Hidden = Uint8Array;

/** Probabilities of the diseases up to a common factor, and that of Other. */
export interface Weights {
  readonly diseases: Float64Array;
  readonly other: number;
}

/**
 * What the soft-max divides by its sum: worked out once for a case, however many diseases are hidden afterwards.
 *
 * @param scores natural log odds of each disease against Other
 */
export function weightsOf(scores: Float64Array): Weights {
  let highest = 0;
  for (const score of scores) if (score > highest) highest = score;
  return { diseases: scores.map((score) => Math.exp(score - highest)), other: Math.exp(-highest) };
}

/**
 * Logarithmic score of one case (Good 1952), in nats: −ln of the probability of what was right among the diseases
 * that are not hidden, and Other. Where all right diseases are hidden, Other is right.
 *
 * @param gold indices of the right diseases; none means Other
 */
export function logLoss({ diseases, other }: Weights, gold: readonly number[], hidden: Hidden): number {
  let total = other;
  for (let disease = 0; disease < diseases.length; disease += 1) {
    if (hidden[disease] !== 1) total += diseases[disease] ?? 0;
  }
  const left = gold.filter((disease) => hidden[disease] !== 1);
  const right = left.length === 0 ? other : left.reduce((sum, disease) => sum + (diseases[disease] ?? 0), 0);
  return Math.log(Math.max(total, Number.MIN_VALUE)) - Math.log(Math.max(right, Number.MIN_VALUE));
}

/** Whether a right disease has the highest score. */
export function isFirst(scores: Float64Array, gold: readonly number[]): boolean {
  const best = gold.reduce((max, disease) => Math.max(max, scores[disease] ?? -Infinity), -Infinity);
  return best > -Infinity && scores.every((score) => score <= best);
}
