import { HIGHEST_PROBABILITY, LOWEST_PROBABILITY } from './bounds';

/** Steps of the table to a unit. */
const STEPS = 64;

/** A power of two, so that to multiply by it is to divide, to the last digit. */
const STEP = 1 / STEPS;

/** Beyond it on either side the probability is at its bound. */
const FURTHEST_LOGIT = Math.log(HIGHEST_PROBABILITY / LOWEST_PROBABILITY);

const REACH = Math.ceil(FURTHEST_LOGIT * STEPS);

/** `exp(-x)` from `-REACH` to `REACH` steps. */
const FALL = Float64Array.from({ length: 2 * REACH + 1 }, (_, at) => Math.exp((REACH - at) / STEPS));

/**
 * The probability of a logit, `1 / (1 + exp(-x))`, within the probability bounds; off by no more than rounding (1e-15).
 * The draws take some hundred thousand of them for one answer, and a call of `Math.exp` costs several times the rest:
 * the exponential comes from a table and the series of `exp(-r)` for the little that is left, `|r| <= 1/128`, whose
 * first term left out is `r^6 / 720`.
 */
export function boundedLogistic(logit: number): number {
  if (logit >= FURTHEST_LOGIT) return HIGHEST_PROBABILITY;
  if (!(logit > -FURTHEST_LOGIT)) return LOWEST_PROBABILITY;
  const step = Math.floor(logit * STEPS + 0.5); // `Math.round` takes as long as all the rest
  const r = step * STEP - logit;
  const rest = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r / 120))));
  return 1 / (1 + (FALL[step + REACH] ?? NaN) * rest);
}
