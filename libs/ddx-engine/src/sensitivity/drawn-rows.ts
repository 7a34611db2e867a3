/** The value of a row does not hang on what is drawn. */
export const FIXED = 0;
/** The value of a row comes from P(finding | disease) and the baseline as drawn. */
export const BY_PROBABILITY = 1;
/** The value of a row is the ln likelihood ratio as drawn. */
export const BY_RATIO = 2;

/** One row of evidence of a disease whose numbers are drawn. */
export interface DrawnRow {
  readonly kind: typeof FIXED | typeof BY_PROBABILITY | typeof BY_RATIO;
  /** The log likelihood ratio of a fixed row. */
  readonly fixed: number;
  /** Place of P(finding | disease), or of the ln likelihood ratio; -1 for a fixed row. */
  readonly given: number;
  /** Place of the baseline; -1 where it plays no part. */
  readonly baseline: number;
  /** Whether the outcome is the absence of the finding whose probabilities are drawn. */
  readonly isAbsence: boolean;
  readonly certainty: number;
  /** nu for an absent finding, else 1. */
  readonly factor: number;
}

/** The same rows as columns: they are read some hundred thousand times for one answer. */
export interface RowColumns {
  readonly kind: Uint8Array;
  readonly fixed: Float64Array;
  readonly given: Int32Array;
  readonly baseline: Int32Array;
  readonly certain: Uint8Array;
  readonly factor: Float64Array;
  /**
   * The chance of the report is `offset + slope * p`, where p is the probability that is drawn, that of presence: for a
   * report that is right with the probability q it is `q p + (1 - q) (1 - p)`, for one of absence the rest.
   */
  readonly offset: Float64Array;
  readonly slope: Float64Array;
}

/** Rows of evidence, column by column. */
export function columnsOf(rows: readonly DrawnRow[]): RowColumns {
  return {
    kind: Uint8Array.from(rows, (row) => row.kind),
    fixed: Float64Array.from(rows, (row) => row.fixed),
    given: Int32Array.from(rows, (row) => row.given),
    baseline: Int32Array.from(rows, (row) => row.baseline),
    certain: Uint8Array.from(rows, (row) => (row.certainty === 1 ? 1 : 0)),
    factor: Float64Array.from(rows, (row) => row.factor),
    offset: Float64Array.from(rows, ({ isAbsence, certainty }) => (isAbsence ? certainty : 1 - certainty)),
    slope: Float64Array.from(rows, ({ isAbsence, certainty }) => (isAbsence ? -1 : 1) * (2 * certainty - 1)),
  };
}
