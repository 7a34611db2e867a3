import { type Bounds } from './constants';

/** Steps as shares of each range: from coarse to as fine as the figures are read. */
const FIRST_STEP = 0.2;
const LAST_STEP = 0.01;

/**
 * Least value of a function of a few bounded variables by pattern search (compass search; Kolda, Lewis & Torczon
 * 2003): tries a step up and down along each variable, keeps what is better, halves the step where nothing is.
 * Needs no derivatives, and the same function gives the same answer.
 *
 * @param start inside the bounds, or moved to them
 */
export function patternSearch<Name extends string>(
  objective: (at: Readonly<Record<Name, number>>) => number,
  start: Readonly<Record<Name, number>>,
  bounds: Bounds<Name>,
): { readonly at: Readonly<Record<Name, number>>; readonly value: number } {
  const names = Object.keys(bounds) as Name[];
  let at = Object.fromEntries(names.map((name) => [name, within(start[name], bounds[name])])) as Record<
    Name,
    number
  >;
  let value = objective(at);
  for (let step = FIRST_STEP; step >= LAST_STEP;) {
    let improved = false;
    for (const name of names) {
      for (const direction of [step, -step]) {
        const [lowest, highest] = bounds[name];
        const tried = { ...at, [name]: within(at[name] + direction * (highest - lowest), bounds[name]) };
        if (tried[name] === at[name]) continue;
        const found = objective(tried);
        if (!(found < value)) continue;
        [at, value, improved] = [tried, found, true];
        break;
      }
    }
    if (!improved) step /= 2;
  }
  return { at, value };
}

const within = (value: number, [lowest, highest]: readonly [number, number]): number =>
  Math.min(highest, Math.max(lowest, value));
