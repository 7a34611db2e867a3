import { TIE } from './bounds';

/** Order of two ids by UTF-16 code units: the same on every machine and in every locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Sorts from high to low. Within a run whose neighbours differ by less than 1e-12 the values count as equal and
 * `compareTied` decides, so that rounding never shows in an order.
 *
 * @param compareTied a total order of the items, independent of their values
 */
export function sortDescending<T>(
  items: readonly T[],
  valueOf: (item: T) => number,
  compareTied: (a: T, b: T) => number,
): T[] {
  const sorted = [...items].sort((a, b) => valueOf(b) - valueOf(a) || compareTied(a, b));
  const ordered: T[] = [];
  let run: T[] = [];
  for (const item of sorted) {
    const previous = run.at(-1);
    if (previous !== undefined && !(valueOf(previous) - valueOf(item) < TIE)) {
      ordered.push(...run.sort(compareTied));
      run = [];
    }
    run.push(item);
  }
  return [...ordered, ...run.sort(compareTied)];
}

/**
 * The indices of the `count` highest finite values, in the order of `sortDescending`, without sorting the rest.
 */
export function highest(
  values: Float64Array,
  count: number,
  compareTied: (a: number, b: number) => number,
): number[] {
  const candidates = indicesAtLeast(values, endOfRun(values, nthHighest(values, count)));
  return sortDescending(candidates, (index) => values[index] ?? -Infinity, compareTied).slice(0, count);
}

/** The `count`-th highest value, or -Infinity where there are fewer. */
function nthHighest(values: Float64Array, count: number): number {
  if (count >= values.length) return -Infinity;
  const best = new Float64Array(count).fill(-Infinity);
  let lowest = best[count - 1] ?? Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? -Infinity;
    if (!(value > lowest)) continue;
    let place = count - 1;
    for (; place > 0 && value > (best[place - 1] ?? Infinity); place -= 1) best[place] = best[place - 1] ?? 0;
    best[place] = value;
    lowest = best[count - 1] ?? Infinity;
  }
  return best[count - 1] ?? -Infinity;
}

/** The lowest value of the run of ties that `value` belongs to: a run is never cut before it is ordered. */
function endOfRun(values: Float64Array, value: number): number {
  let end = value;
  for (;;) {
    let lower = end;
    for (let at = 0; at < values.length; at += 1) {
      const other = values[at] ?? Infinity;
      if (other < lower && end - other < TIE) lower = other;
    }
    if (lower === end) return end;
    end = lower;
  }
}

function indicesAtLeast(values: Float64Array, lowest: number): number[] {
  const indices: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? -Infinity;
    if (value >= lowest && value > -Infinity) indices.push(index);
  }
  return indices;
}
