import { type EvidenceRow } from './evidence';
import { type CaseMix } from './parameters';

export interface CompareOptions {
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
}

/** What one observation, or several that count together, is worth to each of two diseases. */
export interface ComparedEvidence {
  /** The observed findings behind the rows of both diseases, sorted. */
  readonly from: readonly string[];
  readonly rowsA: readonly EvidenceRow[];
  readonly rowsB: readonly EvidenceRow[];
  /** Contributions to A minus contributions to B: above 0 it speaks for A. */
  readonly difference: number;
}

/** An open finding that would tell the two diseases apart. */
export interface SeparatingFinding {
  readonly findingId: string;
  /** Information about which of the two it is, in bits, if both were equally likely: 0 to 1. */
  readonly bits: number;
  readonly outcomes: readonly {
    /** `present`, `absent` or a state. */
    readonly outcome: string;
    readonly probabilityInA: number;
    readonly probabilityInB: number;
  }[];
}

/**
 * Two diseases head to head. `priorDifference` and all `difference`s sum to `scoreDifference`, the natural log odds of
 * A against B.
 */
export interface DiseaseComparison {
  readonly caseMix: CaseMix;
  readonly diseaseIds: readonly [a: string, b: string];
  readonly probabilities: readonly [a: number, b: number];
  readonly scoreDifference: number;
  readonly priorDifference: number;
  /** Evidence that changes the odds between the two by less than a factor of 1.5. */
  readonly shared: readonly ComparedEvidence[];
  /** Evidence for A against B, most telling first. */
  readonly forA: readonly ComparedEvidence[];
  /** Evidence for B against A, most telling first. */
  readonly forB: readonly ComparedEvidence[];
  /** What has not been asked and would separate them, most informative first; at most 10. */
  readonly separating: readonly SeparatingFinding[];
}
