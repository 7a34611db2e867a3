/** Keeps the first places of one ranking from outvoting everything else: the value of the paper. */
const K = 60;

/**
 * One ranking out of several, by the places alone, since scores of different kinds do not compare: the sum of 1/(60 + place)
 * (Cormack, Clarke and Buettcher, Reciprocal rank fusion outperforms Condorcet and individual rank learning methods,
 * SIGIR 2009). What a ranking lacks gets nothing from it.
 *
 * @param rankings ids, best first, each once
 * @returns the score of each id, above 0
 */
export function reciprocalRankFusion(rankings: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [at, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (K + at + 1));
  return scores;
}
