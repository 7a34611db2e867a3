import { type EvidenceSource } from './knowledge';

/**
 * How a finding came to count for a disease.
 * - `linked`: the finding itself was observed and the disease knows it;
 * - `via-ancestor`: something more specific was observed, the disease knows this more general finding;
 * - `implied-absent`: a more general finding was observed absent, which denies this one;
 * - `unexplained`: the finding demands an explanation and the disease gives none.
 */
export type EvidenceMatch = 'linked' | 'via-ancestor' | 'implied-absent' | 'unexplained';

/** One bar of a disease's waterfall. Exactly one of `presence` and `state` is given. */
export interface EvidenceRow {
  /** The finding counted, which need not be the one observed: see `from`. */
  readonly findingId: string;
  readonly presence?: 'present' | 'absent';
  readonly state?: string;
  readonly certainty: number;
  readonly match: EvidenceMatch;
  /** The observed findings behind this row, sorted. */
  readonly from: readonly string[];
  /** Natural logarithm, after certainty and (for absent findings) nu. */
  readonly logLikelihoodRatio: number;
  readonly likelihoodRatio: number;
  /** 1, or less for a restatement of stronger evidence in the same group. */
  readonly weight: number;
  /** weight * logLikelihoodRatio / T: what the row adds to the score. */
  readonly contribution: number;
  /** Source of the link's number; null for `unexplained`, which rests on the calibrated upsilon. */
  readonly source: EvidenceSource | null;
}
