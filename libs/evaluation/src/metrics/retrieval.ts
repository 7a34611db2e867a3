/** What a reader proposed against what a gold standard wants; the two sides are counted apart. */
export interface Retrieval {
  readonly proposed: number;
  /** Of those proposed, how many the gold standard bears out. */
  readonly proposedRight: number;
  readonly wanted: number;
  /** Of those wanted, how many were proposed. */
  readonly wantedFound: number;
}

/** Shares 0..1; null where there is nothing to divide by. */
export interface RetrievalFigures {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Harmonic mean of the two. */
  readonly f1: number | null;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision, recall and their harmonic mean. */
export function retrievalFigures({
  proposed,
  proposedRight,
  wanted,
  wantedFound,
}: Retrieval): RetrievalFigures {
  const precision = ratio(proposedRight, proposed);
  const recall = ratio(wantedFound, wanted);
  if (precision === null || recall === null) return { precision, recall, f1: null };
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/** The counts of several cases together. */
export function sumOfRetrievals(all: readonly Retrieval[]): Retrieval {
  const total = (key: keyof Retrieval): number => all.reduce((sum, each) => sum + each[key], 0);
  return {
    proposed: total('proposed'),
    proposedRight: total('proposedRight'),
    wanted: total('wanted'),
    wantedFound: total('wantedFound'),
  };
}
