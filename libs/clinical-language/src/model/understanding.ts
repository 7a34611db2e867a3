import {
  type Finding,
  type Lab,
  type Laboratory,
  type Measurement,
  type Presence,
  type SetAside,
  type Sex,
  type Unmatched,
  type UnderstoodPatient,
} from '@openrounds/contracts';
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
  | 'correction-stands'
  | 'family-history-unmapped'
  | 'past-history-unmapped'
  | 'other-person-ignored'
  | 'conditional-ignored'
  | 'planned-ignored'
  | 'part-denied'
  | 'unit-missing'
  | 'unit-not-convertible'
  | 'value-impossible'
  | 'interval-missing'
  | 'lab-unmapped'
  | 'latest-value-kept'
  | 'diagnosis-named'
  | 'age-above-89'
  | 'age-told-roughly'
  | 'age-in-text-differs'
  | 'sex-in-text-differs'
  | 'pregnancy-in-text-differs'
  | 'pregnancy-impossible';

/** Something a teacher should know about how the text was read. Sentences are made elsewhere. */
export interface UnderstandingWarning {
  code: WarningCode;
  findingId?: string;
  start?: number;
  end?: number;
  quote?: string;
}

/** What was understood of a text. Offsets are Unicode code points into the text that was given. */
export interface Understanding {
  readonly findings: Finding[];
  readonly labs: Lab[];
  /** Every number of a vital sign that a text tells. */
  readonly measurements: Measurement[];
  /** The laboratory values explained; left out where there are none. */
  readonly laboratory?: Laboratory;
  readonly patient: UnderstoodPatient;
  /** Of these words nothing was understood. */
  readonly unmatched: Unmatched[];
  /** These words were read and do not count, for a reason. */
  readonly setAside: SetAside[];
  readonly warnings: UnderstandingWarning[];
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

/** A stage of the case's own, with the findings that it gave. */
export interface StageFindings {
  readonly name: string;
  readonly findingIds: readonly string[];
}

/** A case as the engine takes it, with the account of how it was understood. */
export interface EngineReadyCase {
  readonly observed: ObservedFinding[];
  readonly patient: EnginePatient;
  /** The case's own stages in order; what none of them names was given with the case itself. */
  readonly stages: StageFindings[];
  readonly understood: Understanding;
  /** Clinical issues of the coded part; a caller rejects the case if there are any. */
  readonly issues: ClinicalIssue[];
}
