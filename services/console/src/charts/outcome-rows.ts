import type { NamedProbability, Outcome } from '../api/types';

export interface OutcomeRow {
  /** null stands for Other. */
  readonly diseaseId: string | null;
  readonly name: string;
  readonly now: number | null;
  /**
   * Probability if this is the result. An answer names the first three diseases after each outcome; one that is
   * not among them is known only to be no likelier than the third.
   */
  readonly after: { readonly probability: number; readonly exact: boolean };
}

const LEADERS = 3;

/** The disease outside the leaders that some outcome raises most. */
function strongestRiser(
  outcomes: readonly Outcome[],
  current: ReadonlyMap<string, number>,
  leaders: readonly string[],
) {
  return outcomes
    .flatMap((outcome) => outcome.topAfter)
    .filter(({ diseaseId }) => !leaders.includes(diseaseId))
    .map((entry) => ({ ...entry, rise: entry.probability - (current.get(entry.diseaseId) ?? 0) }))
    .toSorted((a, b) => b.rise - a.rise)
    .at(0);
}

/**
 * The rows of every panel of one test: the three leaders, the strongest riser, and Other, in the same order in
 * each panel so that the eye can compare them.
 *
 * @param differential the list as it stands, in order
 * @param other probability of Other now
 * @returns one list of rows per outcome
 */
export function outcomeRows(
  outcomes: readonly Outcome[],
  differential: readonly NamedProbability[],
  other: number,
): OutcomeRow[][] {
  const current = new Map(differential.map(({ diseaseId, probability }) => [diseaseId, probability]));
  const leaders: Pick<NamedProbability, 'diseaseId' | 'name'>[] = differential.slice(0, LEADERS);
  const riser = strongestRiser(
    outcomes,
    current,
    leaders.map(({ diseaseId }) => diseaseId),
  );
  const diseases = riser === undefined ? leaders : [...leaders, riser];
  return outcomes.map((outcome) => {
    const after = new Map(outcome.topAfter.map(({ diseaseId, probability }) => [diseaseId, probability]));
    const bound = outcome.topAfter.at(-1)?.probability ?? 1;
    const rows = diseases.map(({ diseaseId, name }): OutcomeRow => {
      const probability = after.get(diseaseId);
      return {
        diseaseId,
        name,
        now: current.get(diseaseId) ?? null,
        after:
          probability === undefined ? { probability: bound, exact: false } : { probability, exact: true },
      };
    });
    return [
      ...rows,
      { diseaseId: null, name: '', now: other, after: { probability: outcome.otherAfter, exact: true } },
    ];
  });
}
