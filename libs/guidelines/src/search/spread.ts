/** Each further passage on the same disease counts half as much as the one before. */
const REPEATED = 0.5;

/** Something ranked, with the diseases it serves, the most important first. */
export interface Spreadable {
  readonly id: string;
  readonly score: number;
  readonly forDiseases: readonly string[];
}

/**
 * Picks up to `limit` items so that one disease does not crowd out the others: greedily, each item's score being
 * discounted by how often its leading disease has been served. Scores come back discounted, in falling order;
 * ties by id.
 */
export function spread<T extends Spreadable>(items: readonly T[], limit: number): T[] {
  const served = new Map<string | undefined, number>();
  const left = [...items].sort(byScoreThenId);
  const picked: T[] = [];
  while (picked.length < limit && left.length > 0) {
    const discounted = left.map((item) => ({ ...item, score: item.score * discount(item, served) }));
    const best = discounted.reduce((a, b) => (byScoreThenId(a, b) <= 0 ? a : b));
    left.splice(discounted.indexOf(best), 1);
    picked.push(best);
    served.set(best.forDiseases[0], (served.get(best.forDiseases[0]) ?? 0) + 1);
  }
  return picked;
}

/** Falling score, then id in UTF-16 code units: the same order on every machine. */
export function byScoreThenId(a: Spreadable, b: Spreadable): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function discount(
  { forDiseases: [leading] }: Spreadable,
  served: ReadonlyMap<string | undefined, number>,
): number {
  return REPEATED ** (served.get(leading) ?? 0);
}
