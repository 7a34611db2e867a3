import { TIE } from '../numeric/bounds';
import { sortDescending } from '../numeric/order';

export interface Weighable {
  readonly finding: number;
  readonly outcome: number;
  readonly group: number;
  readonly logLikelihoodRatio: number;
}

/**
 * Weights of the rows of one disease; a row not in the map weighs 1. Within one group and one direction the strongest row counts fully and the j-th
 * after it (1 - rho)^j: findings that restate each other must not be stacked as if they were independent.
 */
export function redundancyWeights<T extends Weighable>(rows: readonly T[], rho: number): Map<T, number> {
  const weights = new Map<T, number>();
  if (rows.length < 2) return weights;
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

/** Order of rows that are equally strong: by finding id. */
export function compareRows(a: Weighable, b: Weighable): number {
  return a.finding - b.finding || a.outcome - b.outcome;
}
