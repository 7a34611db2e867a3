/**
 * Groups items that share a key, directly or through others: two cases of one diagnosis, or the same case in two
 * languages, must not stand on both sides of a fit.
 *
 * @param keysOf the keys of each item
 * @returns the group of each item, numbered from 0 in the order of their first items
 */
export function connectedGroups(keysOf: readonly (readonly string[])[]): number[] {
  const leader = keysOf.map((_keys, index) => index);
  const find = (item: number): number => {
    let at = item;
    for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) at = next;
    return at;
  };
  const bearer = new Map<string, number>();
  keysOf.forEach((keys, item) => {
    for (const key of keys) {
      const other = find(bearer.get(key) ?? item);
      const own = find(item);
      leader[Math.max(own, other)] = Math.min(own, other);
      bearer.set(key, item);
    }
  });
  const numbers = new Map<number, number>();
  return keysOf.map((_keys, item) => {
    const first = find(item);
    const number = numbers.get(first) ?? numbers.size;
    numbers.set(first, number);
    return number;
  });
}

/**
 * Spreads groups over folds: the largest first, each to the fold with the fewest items so far.
 *
 * @param groups the group of each item
 * @returns the fold of each item
 */
export function spreadOverFolds(groups: readonly number[], folds: number): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const filled = new Array<number>(folds).fill(0);
  const foldOf = new Map<number, number>();
  for (const [group, size] of [...sizes].sort(([a, x], [b, y]) => y - x || a - b)) {
    const emptiest = filled.indexOf(Math.min(...filled));
    filled[emptiest] = (filled[emptiest] ?? 0) + size;
    foldOf.set(group, emptiest);
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
