import { type StatedList } from '../scores/stated-list';

/** P(outcome | disease) of a test: each list sums to 1 over the same outcomes. */
export interface OutcomeChances {
  readonly given: ReadonlyMap<string, readonly number[]>;
  /** For Other, and for diseases that the table does not hold. */
  readonly elsewhere: readonly number[];
}

/**
 * What a test would tell somebody with this list, in bits: the mutual information H(O) − Σ p(d)·H(O | d) of outcome and
 * diagnosis (Shannon 1948), with Other as one diagnosis. At least 0, at most 1 for a test with two outcomes.
 */
export function bitsOnList(list: StatedList, { given, elsewhere }: OutcomeChances): number {
  const rows = [...list.points].map(([diseaseId, points]) => ({
    weight: points / 100,
    chances: given.get(diseaseId) ?? elsewhere,
  }));
  rows.push({ weight: list.other / 100, chances: elsewhere });
  const outcomes = elsewhere.map((_, at) =>
    rows.reduce((sum, { weight, chances }) => sum + weight * (chances[at] ?? 0), 0),
  );
  const within = rows.reduce((sum, { weight, chances }) => sum + weight * entropy(chances), 0);
  // Rounding can leave a hair less than nothing.
  return Math.max(0, entropy(outcomes) - within);
}

function entropy(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => (chance > 0 ? sum - chance * Math.log2(chance) : sum), 0);
}
