import { TIE } from '../numeric/bounds';
import { sortDescending } from '../numeric/order';

export interface Weighable {
  readonly finding: number;
  readonly outcome: number;
  readonly group: number;
  readonly logLikelihoodRatio: number;
}

const NOTHING_RESTATED = new Map<never, number>();

/**
 * Weights of the rows of one disease; a row not in the map weighs 1. Within one group and one direction the strongest row counts fully and the j-th
 * after it (1 - rho)^j: findings that restate each other must not be stacked as if they were independent.
 */
export function redundancyWeights<T extends Weighable>(
  rows: readonly T[],
  rho: number,
): ReadonlyMap<T, number> {
  if (!rows.some((row, at) => row.group >= 0 && sharesGroup(rows, at))) return NOTHING_RESTATED;
  const weights = new Map<T, number>();
  const restating = new Map<string, T[]>();
  for (const row of rows) {
    if (row.group < 0 || Math.abs(row.logLikelihoodRatio) < TIE) continue;
    const key = `${row.group}${row.logLikelihoodRatio > 0 ? '+' : '-'}`;
    restating.set(key, [...(restating.get(key) ?? []), row]);
  }
  for (const group of restating.values()) {
    if (group.length < 2) continue;
    const strongestFirst = sortDescending(group, (row) => Math.abs(row.logLikelihoodRatio), compareRows);
    strongestFirst.forEach((row, place) => weights.set(row, (1 - rho) ** place));
  }
  return weights;
}

/** Whether a row further on is of the same group: in most families none is. */
function sharesGroup(rows: readonly Weighable[], at: number): boolean {
  for (let other = at + 1; other < rows.length; other += 1) {
    if (rows[other]?.group === rows[at]?.group) return true;
  }
  return false;
}

/** Order of rows that are equally strong: by finding id. */
export function compareRows(a: Weighable, b: Weighable): number {
  return a.finding - b.finding || a.outcome - b.outcome;
}
