import { type IdentifiedFinding, type Lab, type Patient, type Presence, type Sex } from './case';
import { type ClinicalIssue } from './issue';

/** A stretch of the text: Unicode code points, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface QuotedSpan extends Span {
  readonly quote: string;
}

export type WarningCode =
  | 'contradiction-resolved'
  | 'coded-beats-text'
  | 'family-history-unmapped'
  | 'past-history-unmapped'
  | 'other-person-ignored'
  | 'conditional-ignored'
  | 'planned-ignored'
  | 'unit-missing'
  | 'unit-not-convertible'
  | 'value-impossible'
  | 'interval-missing'
  | 'lab-unmapped'
  | 'diagnosis-named'
  | 'age-above-89'
  | 'age-in-text-differs'
  | 'sex-in-text-differs'
  | 'pregnancy-in-text-differs';

/** Something a teacher should know about how the text was read. Sentences are made elsewhere. */
export interface UnderstandingWarning {
  readonly code: WarningCode;
  readonly findingId?: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
}

/** What was understood of a text. Offsets are Unicode code points into the text that was given. */
export interface Understanding {
  readonly findings: readonly IdentifiedFinding[];
  readonly labs: readonly Lab[];
  readonly patient: Patient;
  readonly unmatched: readonly QuotedSpan[];
  readonly warnings: readonly UnderstandingWarning[];
}

/** One observation as the ranking engine takes it. */
export interface ObservedFinding {
  readonly findingId: string;
  /** Binary findings. */
  readonly presence?: Presence;
  /** Categorical findings. */
  readonly state?: string;
  /** 0.5..1. */
  readonly certainty: number;
}

export interface EnginePatient {
  readonly ageYears: number | null;
  readonly sex: Sex;
  readonly pregnant: boolean | null;
}

/** A case as the engine takes it, with the account of how it was understood. */
export interface EngineReadyCase {
  readonly observed: readonly ObservedFinding[];
  readonly patient: EnginePatient;
  readonly understood: Understanding;
  /** Clinical issues of the coded part; a caller rejects the case if there are any. */
  readonly issues: readonly ClinicalIssue[];
}
