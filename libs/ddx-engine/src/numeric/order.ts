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
  const best = count < values.length ? bestOf(values, count + 1) : indicesAtLeast(values, -Infinity);
  if (count < values.length && !hasTies(values, best)) return best.slice(0, count);
  const next = valueAt(values, best[count]);
  const isCutWithinTies = valueAt(values, best[count - 1]) - next < TIE;
  const candidates = isCutWithinTies ? indicesAtLeast(values, endOfRun(values, next)) : best;
  return sortDescending(candidates, (index) => valueAt(values, index), compareTied).slice(0, count);
}

/** Whether neighbours in a descending list of indices count as equal. */
function hasTies(values: Float64Array, descending: readonly number[]): boolean {
  for (let at = 1; at < descending.length; at += 1) {
    if (valueAt(values, descending[at - 1]) - valueAt(values, descending[at]) < TIE) return true;
  }
  return false;
}

const valueAt = (values: Float64Array, index = -1): number => values[index] ?? -Infinity;

/** The indices of the `count` highest finite values, or of all where there are fewer; the highest first. */
function bestOf(values: Float64Array, count: number): number[] {
  const indices: number[] = [];
  const best = new Float64Array(count).fill(-Infinity);
  let lowest = -Infinity;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? -Infinity;
    if (!(value > lowest)) continue;
    let place = Math.min(indices.length, count - 1);
    for (; place > 0 && value > (best[place - 1] ?? Infinity); place -= 1) {
      best[place] = best[place - 1] ?? -Infinity;
      indices[place] = indices[place - 1] ?? -1;
    }
    best[place] = value;
    indices[place] = index;
    lowest = best[count - 1] ?? Infinity;
  }
  return indices;
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
