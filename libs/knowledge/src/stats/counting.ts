/** How many items there are of each kind, the kinds in alphabetical order. */
export function countBy<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function countOf<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length;
}

/** The mean, rounded to two decimals; 0 of nothing. */
export function meanOf<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  if (items.length === 0) return 0;
  const mean = items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
  return Math.round(mean * 100) / 100;
}
