/** No probability that enters a logarithm lies below: nothing is ever certain. */
export const LOWEST_PROBABILITY = 0.005;
/** No probability that enters a logarithm lies above: nothing is ever certain. */
export const HIGHEST_PROBABILITY = 0.995;

/** The likelihood ratio of the two probability bounds: no single number can veto. */
const HIGHEST_LIKELIHOOD_RATIO = 199;

/** Differences below this are rounding, not medicine: the values count as equal. */
export const TIE = 1e-12;

function clip(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

/** `p` within [0.005, 0.995]. */
export function clipProbability(probability: number): number {
  return clip(probability, LOWEST_PROBABILITY, HIGHEST_PROBABILITY);
}

const HIGHEST_LOG_LIKELIHOOD_RATIO = Math.log(HIGHEST_LIKELIHOOD_RATIO);

/** `ln LR` within [-ln 199, ln 199]. */
export function clipLogLikelihoodRatio(logRatio: number): number {
  return clip(logRatio, -HIGHEST_LOG_LIKELIHOOD_RATIO, HIGHEST_LOG_LIKELIHOOD_RATIO);
}

/** `LR` within [1/199, 199]. */
export function clipLikelihoodRatio(ratio: number): number {
  return clip(ratio, 1 / HIGHEST_LIKELIHOOD_RATIO, HIGHEST_LIKELIHOOD_RATIO);
}
