/** A probability that was stated, and whether it stood by the right answer. */
export interface StatedProbability {
  readonly probability: number;
  readonly correct: boolean;
}

/** A ranked case held against its gold standard. */
export interface CaseOutcome {
  readonly id: string;
  readonly labels: readonly string[];
  readonly ranked: boolean;
  /** Diseases of the knowledge base that the gold standard names: none where the case is not covered. */
  readonly goldDiseases: readonly string[];
  /** Whether at least a broader diagnosis of the knowledge base would be accepted by a lenient score. */
  readonly broadlyCovered: boolean;
  /** Place of the first right diagnosis, from 1; null where it is not listed. */
  readonly rank: number | null;
  /** The same where a broader diagnosis is accepted too. */
  readonly broaderRank: number | null;
  /** The diseases listed and Other, which is right where the case is not covered. Empty if it was not ranked. */
  readonly stated: readonly StatedProbability[];
  /** The disease that was listed first. */
  readonly leader: (StatedProbability & { readonly diseaseId: string }) | null;
  readonly other: number | null;
  /** Place of the first few, for reading misses. */
  readonly listed: readonly string[];
  readonly mustNotMiss: {
    /** Whether the gold standard is a must-not-miss disease of the knowledge base. */
    readonly wanted: boolean;
    readonly found: boolean;
    /** Whether a red flag of its own raises it. */
    readonly flagged: boolean;
    readonly length: number;
  };
}
