import { type EngineParameters } from '../model/parameters';
import { clipLogLikelihoodRatio, clipProbability, HIGHEST_PROBABILITY } from '../numeric/bounds';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';
import { BY_PROBABILITY, type DrawnDisease, type DrawnRow, FIXED } from './draw-plan';

/** One draw of all numbers, and what turns it into scores. */
export interface Draw {
  /** By place: logits, ln likelihood ratios, deviations of ln prior. */
  readonly drawn: Float64Array;
  /** Weight of ln prior. */
  readonly alpha: number;
  readonly parameters: EngineParameters;
  /** Room for as many values as rows restate each other. */
  readonly scratch: Float64Array;
}

/** The score of a disease with the numbers as drawn: the same arithmetic as in ranking, on other numbers. */
export function drawnScore(
  { priorContribution, prior, alone, restating }: DrawnDisease,
  { drawn, alpha, parameters: { rho, T }, scratch }: Draw,
): number {
  let evidence = 0;
  for (const row of alone) evidence += drawnLogRatio(row, drawn);
  for (const rows of restating) evidence += sumOfRestating(rows, drawn, 1 - rho, scratch);
  return priorContribution + alpha * (drawn[prior] ?? 0) + evidence / T;
}

function drawnLogRatio(row: DrawnRow, drawn: Float64Array): number {
  if (row.kind === FIXED) return row.fixed;
  const given = drawn[row.given] ?? NaN;
  if (row.kind === BY_PROBABILITY) {
    const withDisease = probabilityOf(given, row.orientation);
    const elsewhere = probabilityOf(drawn[row.baseline] ?? NaN, row.orientation);
    return row.factor * uncertainLogLikelihoodRatio(withDisease, elsewhere, row.certainty);
  }
  const logRatio = clipLogLikelihoodRatio(given);
  if (row.certainty === 1) return row.factor * logRatio;
  const elsewhere = probabilityOf(drawn[row.baseline] ?? NaN, row.orientation);
  const withDisease = Math.min(HIGHEST_PROBABILITY, Math.exp(logRatio) * elsewhere);
  return row.factor * uncertainLogLikelihoodRatio(withDisease, elsewhere, row.certainty);
}

/** The probability of the outcome from the logit of the presence. */
function probabilityOf(logit: number, orientation: 1 | -1): number {
  return clipProbability(1 / (1 + Math.exp(-orientation * logit)));
}

/** Within a group and a direction the strongest counts fully, each further one `kept` times the one before. */
function sumOfRestating(
  rows: readonly DrawnRow[],
  drawn: Float64Array,
  kept: number,
  restated: Float64Array,
): number {
  rows.forEach((row, at) => insertInOrder(restated, at, drawnLogRatio(row, drawn)));
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < rows.length && (restated[at] ?? 0) < 0; at += 1) {
    sum += weight * (restated[at] ?? 0);
    weight *= kept;
  }
  weight = 1;
  for (let at = rows.length - 1; at >= 0 && (restated[at] ?? 0) > 0; at -= 1) {
    sum += weight * (restated[at] ?? 0);
    weight *= kept;
  }
  return sum;
}

/** Puts a value in its place among the first `count` values, which ascend. */
function insertInOrder(values: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && (values[at - 1] ?? 0) > value; at -= 1) values[at] = values[at - 1] ?? 0;
  values[at] = value;
}
