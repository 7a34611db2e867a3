import { type EngineParameters } from '../model/parameters';
import { HIGHEST_PROBABILITY } from '../numeric/bounds';
import { type DrawnDisease } from './draw-plan';
import { BY_PROBABILITY, FIXED, type RowColumns } from './drawn-rows';

/** Some draws of all numbers, and what turns them into scores. */
export interface Draws {
  readonly rows: RowColumns;
  /** How many draws there are. */
  readonly count: number;
  /** By place, all draws of a number side by side: probabilities, ln likelihood ratios, deviations of ln prior. */
  readonly drawn: Float64Array;
  /** Weight of ln prior. */
  readonly alpha: number;
  readonly parameters: EngineParameters;
  readonly room: DrawingRoom;
}

/** Room for what is worked out on the way, by draw. */
export interface DrawingRoom {
  readonly evidence: Float64Array;
  readonly sum: Float64Array;
  readonly withDisease: Float64Array;
  readonly elsewhere: Float64Array;
  /** By row of a group, then by draw. */
  readonly restating: Float64Array;
  /** Of one draw, as many as rows restate each other. */
  readonly ordered: Float64Array;
}

/** @param mostRestating the most rows that restate each other in one disease */
export function drawingRoom(draws: number, mostRestating: number): DrawingRoom {
  const column = (): Float64Array => new Float64Array(draws);
  return {
    evidence: column(),
    sum: column(),
    withDisease: column(),
    elsewhere: column(),
    restating: new Float64Array(draws * mostRestating),
    ordered: new Float64Array(mostRestating),
  };
}

/**
 * The scores of a disease with the numbers as drawn: the same arithmetic as in ranking, on other numbers. Row by row for all
 * draws: what is known of a row is read once, and what is left of the loops is arithmetic on columns.
 *
 * @param into by draw, natural log odds against Other
 */
export function drawnScores(disease: DrawnDisease, draws: Draws, into: Float64Array): void {
  const { priorContribution, prior, settled, begin, absentFrom, othersFrom, restatingFrom, groupEnds } =
    disease;
  const { count, drawn, alpha, parameters, room } = draws;
  const { evidence, sum } = room;
  evidence.fill(settled);
  addLogOfProduct(draws, begin, absentFrom, 1);
  if (othersFrom > absentFrom) addLogOfProduct(draws, absentFrom, othersFrom, parameters.nu);
  for (let row = othersFrom; row < restatingFrom; row += 1) {
    logRatios(draws, row, sum, 0);
    for (let at = 0; at < count; at += 1) evidence[at] = (evidence[at] ?? NaN) + (sum[at] ?? NaN);
  }
  let from = restatingFrom;
  for (const end of groupEnds) {
    addRestating(draws, from, end);
    from = end;
  }
  const ownPrior = prior * count;
  for (let at = 0; at < count; at += 1) {
    into[at] =
      priorContribution + alpha * (drawn[ownPrior + at] ?? NaN) + (evidence[at] ?? NaN) / parameters.T;
  }
}

/** So many likelihood ratios can be multiplied without leaving the range of numbers: 199^64 is about 1e147. */
const MULTIPLIED = 64;

/**
 * Adds `factor` times the sum of the log likelihood ratios of rows by probability: likelihood ratios are multiplied, since
 * a logarithm costs more than all the rest of a row.
 */
function addLogOfProduct(draws: Draws, from: number, end: number, factor: number): void {
  const { count, room } = draws;
  const { evidence, sum, withDisease, elsewhere } = room;
  sum.fill(0);
  for (let first = from; first < end; first += MULTIPLIED) {
    multiplyChances(draws, first, Math.min(end, first + MULTIPLIED));
    for (let at = 0; at < count; at += 1) {
      sum[at] = (sum[at] ?? NaN) + Math.log((withDisease[at] ?? NaN) / (elsewhere[at] ?? NaN));
    }
  }
  for (let at = 0; at < count; at += 1) evidence[at] = (evidence[at] ?? NaN) + factor * (sum[at] ?? NaN);
}

/** The chance of all reports of these rows, with the disease and elsewhere. */
function multiplyChances({ rows, count, drawn, room }: Draws, first: number, end: number): void {
  const { withDisease, elsewhere } = room;
  withDisease.fill(1);
  elsewhere.fill(1);
  for (let row = first; row < end; row += 1) {
    const offset = rows.offset[row] ?? NaN;
    const slope = rows.slope[row] ?? NaN;
    const given = (rows.given[row] ?? 0) * count;
    const baseline = (rows.baseline[row] ?? 0) * count;
    for (let at = 0; at < count; at += 1) {
      withDisease[at] = (withDisease[at] ?? NaN) * (offset + slope * (drawn[given + at] ?? NaN));
      elsewhere[at] = (elsewhere[at] ?? NaN) * (offset + slope * (drawn[baseline + at] ?? NaN));
    }
  }
}

/** The weighed log likelihood ratios of one row, by draw, from a place on. */
function logRatios({ rows, count, drawn }: Draws, row: number, into: Float64Array, first: number): void {
  if (rows.kind[row] === FIXED) {
    into.fill(rows.fixed[row] ?? NaN, first, first + count);
    return;
  }
  const factor = rows.factor[row] ?? NaN;
  const offset = rows.offset[row] ?? NaN;
  const slope = rows.slope[row] ?? NaN;
  const given = (rows.given[row] ?? 0) * count;
  const baseline = (rows.baseline[row] ?? 0) * count;
  const isRatio = rows.kind[row] !== BY_PROBABILITY;
  if (isRatio && rows.certain[row] === 1) {
    for (let at = 0; at < count; at += 1) into[first + at] = factor * (drawn[given + at] ?? NaN);
    return;
  }
  for (let at = 0; at < count; at += 1) {
    const presence = drawn[baseline + at] ?? NaN;
    const toldBy = drawn[given + at] ?? NaN;
    const withDisease = isRatio ? presenceWith(toldBy, presence, slope) : toldBy;
    into[first + at] = factor * Math.log((offset + slope * withDisease) / (offset + slope * presence));
  }
}

/** Chance of presence with the disease, from the ln likelihood ratio of an outcome: its chance elsewhere is that of presence or the rest. */
function presenceWith(logRatio: number, presence: number, slope: number): number {
  const elsewhere = slope < 0 ? 1 - presence : presence;
  const withDisease = Math.min(HIGHEST_PROBABILITY, Math.exp(logRatio) * elsewhere);
  return slope < 0 ? 1 - withDisease : withDisease;
}

/** Adds what a group of rows that restate each other say: within a direction the strongest counts fully, each further one `1 - rho` times the one before. */
function addRestating(draws: Draws, from: number, end: number): void {
  const { count, room, parameters } = draws;
  const { evidence, restating, ordered } = room;
  const rows = end - from;
  for (let row = 0; row < rows; row += 1) logRatios(draws, from + row, restating, row * count);
  for (let at = 0; at < count; at += 1) {
    for (let row = 0; row < rows; row += 1) insertInOrder(ordered, row, restating[row * count + at] ?? NaN);
    evidence[at] = (evidence[at] ?? NaN) + sumOfRestating(ordered, rows, 1 - parameters.rho);
  }
}

/** @param values ascending, as far as `count` */
function sumOfRestating(values: Float64Array, count: number, kept: number): number {
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < count && (values[at] ?? 0) < 0; at += 1) {
    sum += weight * (values[at] ?? 0);
    weight *= kept;
  }
  weight = 1;
  for (let at = count - 1; at >= 0 && (values[at] ?? 0) > 0; at -= 1) {
    sum += weight * (values[at] ?? 0);
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
