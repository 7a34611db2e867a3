import { type EvidenceRow } from './evidence';
import { type CaseMix } from './parameters';

export interface RankedDisease {
  readonly rank: number;
  readonly diseaseId: string;
  /** 0 < p < 1. */
  readonly probability: number;
  readonly mustNotMiss: boolean;
  /** priorContribution plus the contributions of all rows, summed in the order given. */
  readonly score: number;
  /** alpha * ln(prior / piOther). */
  readonly priorContribution: number;
  readonly evidence: readonly EvidenceRow[];
}

/** Why a disease is impossible in this patient. */
export type ExclusionReason =
  | { readonly code: 'sex'; readonly params: { readonly onlySex: string } }
  | { readonly code: 'pregnancy'; readonly params: { readonly onlyPregnant: boolean } }
  | { readonly code: 'age'; readonly params: { readonly ageYears: readonly [number, number] } };

export interface ExcludedDisease {
  readonly diseaseId: string;
  readonly reason: ExclusionReason;
}

/** The ranked list. Differential, remainder and other sum to 1. */
export interface RankResult {
  readonly caseMix: CaseMix;
  readonly differential: readonly RankedDisease[];
  /** Diseases of the knowledge base beyond those listed. */
  readonly remainder: { readonly probability: number; readonly count: number };
  /** What the knowledge base does not hold. */
  readonly other: { readonly probability: number };
  readonly excluded: readonly ExcludedDisease[];
}

export interface RankOptions {
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
  /** How many diseases to list with their evidence; default all. */
  readonly topN?: number;
}
