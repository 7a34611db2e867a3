import { type EngineParameters } from '../model/parameters';
import { HIGHEST_PROBABILITY } from '../numeric/bounds';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';
import { type DrawnDisease } from './draw-plan';
import { BY_PROBABILITY, FIXED, type RowColumns } from './drawn-rows';

/** One draw of all numbers, and what turns it into scores. */
export interface Draw {
  readonly rows: RowColumns;
  /** By place: probabilities, ln likelihood ratios, deviations of ln prior. */
  readonly drawn: Float64Array;
  /** Weight of ln prior. */
  readonly alpha: number;
  readonly parameters: EngineParameters;
  /** Room for as many values as rows restate each other. */
  readonly scratch: Float64Array;
}

/** The score of a disease with the numbers as drawn: the same arithmetic as in ranking, on other numbers. */
export function drawnScore(disease: DrawnDisease, draw: Draw): number {
  const { priorContribution, prior, begin, restatingFrom, groupEnds } = disease;
  let evidence = 0;
  for (let row = begin; row < restatingFrom; row += 1) evidence += drawnLogRatio(draw, row);
  let from = restatingFrom;
  for (const end of groupEnds) {
    evidence += sumOfRestating(draw, from, end);
    from = end;
  }
  return priorContribution + draw.alpha * (draw.drawn[prior] ?? 0) + evidence / draw.parameters.T;
}

function drawnLogRatio({ rows, drawn }: Draw, row: number): number {
  if (rows.kind[row] === FIXED) return rows.fixed[row] ?? NaN;
  const given = drawn[rows.given[row] ?? -1] ?? NaN;
  const certainty = rows.certainty[row] ?? NaN;
  const factor = rows.factor[row] ?? NaN;
  const isRatio = rows.kind[row] !== BY_PROBABILITY;
  if (isRatio && certainty === 1) return factor * given;
  const presence = drawn[rows.baseline[row] ?? -1] ?? NaN;
  const isAbsence = (rows.orientation[row] ?? 1) < 0;
  const elsewhere = isAbsence ? 1 - presence : presence;
  if (isRatio) {
    const withDisease = Math.min(HIGHEST_PROBABILITY, Math.exp(given) * elsewhere);
    return factor * uncertainLogLikelihoodRatio(withDisease, elsewhere, certainty);
  }
  const withDisease = isAbsence ? 1 - given : given;
  return factor * uncertainLogLikelihoodRatio(withDisease, elsewhere, certainty);
}

/** Within a group and a direction the strongest counts fully, each further one `1 - rho` times the one before. */
function sumOfRestating(draw: Draw, from: number, end: number): number {
  const { scratch, parameters } = draw;
  const count = end - from;
  for (let at = 0; at < count; at += 1) insertInOrder(scratch, at, drawnLogRatio(draw, from + at));
  const kept = 1 - parameters.rho;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < count && (scratch[at] ?? 0) < 0; at += 1) {
    sum += weight * (scratch[at] ?? 0);
    weight *= kept;
  }
  weight = 1;
  for (let at = count - 1; at >= 0 && (scratch[at] ?? 0) > 0; at -= 1) {
    sum += weight * (scratch[at] ?? 0);
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
