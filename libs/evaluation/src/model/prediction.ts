/** A diagnosis by which a label can be recognised. */
export interface NamedDisease {
  readonly diseaseId: string;
  readonly name: string;
  readonly nameZh: string;
  readonly icd10: readonly string[];
}

export interface PredictedDisease extends NamedDisease {
  readonly probability: number;
}

/** A ranked case together with what it should have been. */
export interface RankedGoldCase {
  readonly id: string;
  readonly labels: readonly string[];
  /** Null where the case could not be ranked: it then counts as a miss. */
  readonly ranking: {
    /** In rank order; diseases beyond the list count as not found. */
    readonly differential: readonly PredictedDisease[];
    /** Probability of what the knowledge base does not hold. */
    readonly other: number;
    /** Ids of the active must-not-miss diseases. */
    readonly mustNotMiss: readonly string[];
    /** Ids of the must-not-miss diseases that a red flag raises. */
    readonly redFlagged: readonly string[];
  } | null;
}

/** A disease that the knowledge base holds. */
export interface KnownDisease extends NamedDisease {
  readonly mustNotMiss: boolean;
}
