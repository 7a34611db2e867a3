import { type EngineParameters } from '../model/parameters';
import { HIGHEST_PROBABILITY } from '../numeric/bounds';
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
  const { priorContribution, prior, settled, begin, absentFrom, othersFrom, restatingFrom, groupEnds } =
    disease;
  let evidence = settled + logOfProduct(draw, begin, absentFrom);
  if (othersFrom > absentFrom) evidence += draw.parameters.nu * logOfProduct(draw, absentFrom, othersFrom);
  for (let row = othersFrom; row < restatingFrom; row += 1) evidence += drawnLogRatio(draw, row);
  let from = restatingFrom;
  for (const end of groupEnds) {
    evidence += sumOfRestating(draw, from, end);
    from = end;
  }
  return priorContribution + draw.alpha * (draw.drawn[prior] ?? 0) + evidence / draw.parameters.T;
}

/** So many likelihood ratios can be multiplied without leaving the range of numbers: 199^64 is about 1e147. */
const MULTIPLIED = 64;

/**
 * The sum of the log likelihood ratios of rows by probability, not yet weakened: likelihood ratios are multiplied, since
 * a logarithm costs more than all the rest of a row.
 */
function logOfProduct({ rows, drawn }: Draw, from: number, end: number): number {
  const { given, baseline, offset, slope } = rows;
  let sum = 0;
  for (let first = from; first < end; first += MULTIPLIED) {
    const last = Math.min(end, first + MULTIPLIED);
    let withDisease = 1;
    let elsewhere = 1;
    for (let row = first; row < last; row += 1) {
      const atLeast = offset[row] ?? NaN;
      const rise = slope[row] ?? NaN;
      withDisease *= atLeast + rise * (drawn[given[row] ?? 0] ?? NaN);
      elsewhere *= atLeast + rise * (drawn[baseline[row] ?? 0] ?? NaN);
    }
    sum += Math.log(withDisease / elsewhere);
  }
  return sum;
}

function drawnLogRatio({ rows, drawn }: Draw, row: number): number {
  if (rows.kind[row] === FIXED) return rows.fixed[row] ?? NaN;
  const given = drawn[rows.given[row] ?? -1] ?? NaN;
  const factor = rows.factor[row] ?? NaN;
  const isRatio = rows.kind[row] !== BY_PROBABILITY;
  if (isRatio && rows.certain[row] === 1) return factor * given;
  const offset = rows.offset[row] ?? NaN;
  const slope = rows.slope[row] ?? NaN;
  const presence = drawn[rows.baseline[row] ?? -1] ?? NaN;
  const reported = offset + slope * presence;
  if (!isRatio) return factor * Math.log((offset + slope * given) / reported);
  // The ratio is that of the outcome itself; its probability elsewhere is that of presence or the rest.
  const elsewhere = slope < 0 ? 1 - presence : presence;
  const withDisease = Math.min(HIGHEST_PROBABILITY, Math.exp(given) * elsewhere);
  const presenceWith = slope < 0 ? 1 - withDisease : withDisease;
  return factor * Math.log((offset + slope * presenceWith) / reported);
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
