import type { DifferentialEntry, Run } from '../api/types';

/** A pair below this probability is no thought worth a line beside the list. */
const WORTH_A_LINE = 0.01;
const MOST_PAIRS = 3;

export interface JointPair {
  /** The one that ranks higher in the list comes first. */
  readonly diseases: readonly [DifferentialEntry, DifferentialEntry];
  /** 0 to 1, in a list where the pairs compete with every single disease; no part of the list shown. */
  readonly probability: number;
  /** Finding ids that the first disease leaves open and the pair explains. */
  readonly added: readonly string[];
}

/** Finding ids as they were observed which speak for the disease. */
function explainedBy({ evidence }: DifferentialEntry): ReadonlySet<string> {
  return new Set(evidence.filter((row) => row.logLikelihoodRatio > 0).flatMap(({ from }) => from));
}

/** The likeliest pairs of listed diseases of which the second explains what the first leaves open. */
export function jointPairs(run: Pick<Run, 'differential' | 'jointHypotheses'>): JointPair[] {
  const pairs = run.jointHypotheses
    .filter(({ probability }) => probability >= WORTH_A_LINE)
    .flatMap(({ diseaseIds, probability, explains }): JointPair[] => {
      const [first, second] = run.differential.filter(({ diseaseId }) => diseaseIds.includes(diseaseId));
      if (first === undefined || second === undefined) return [];
      const alone = explainedBy(first);
      const added = explains.filter((findingId) => !alone.has(findingId));
      // A second disease that explains nothing new is no answer to what the first leaves open.
      return added.length === 0 ? [] : [{ diseases: [first, second], probability, added }];
    });
  return pairs.toSorted((a, b) => b.probability - a.probability).slice(0, MOST_PAIRS);
}
