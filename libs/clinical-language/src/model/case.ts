/*
 * The parts of the public contract (`CaseInput`, `Finding`, `Lab`) that this library reads and writes. They are
 * declared structurally so that a pure library does not depend on the contract's runtime; a type test in the
 * specification of the entry point keeps them assignable to it.
 */
import { type Language } from './vocabulary';

export type Presence = 'present' | 'absent' | 'unknown';

/** To whom and when a statement applies. Only `current` reaches the engine as it stands. */
export type Assertion = 'current' | 'historical' | 'family' | 'other-person' | 'conditional' | 'planned';

export interface Quantity {
  readonly number: number;
  readonly unit: string;
}

export interface CodeValue {
  readonly code: string;
}

/** Where a finding was read: Unicode code points, end exclusive. */
export interface FindingSource {
  readonly kind: 'coded' | 'text' | 'panel' | 'proposed';
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
}

export interface Finding {
  readonly findingId?: string;
  /** Terminology (`HPO`, `LOINC`, `ICD-10`) and code in place of `findingId`. */
  readonly system?: string;
  readonly code?: string;
  readonly presence?: Presence;
  readonly value?: Quantity | CodeValue;
  /** 0.5..1. */
  readonly certainty?: number;
  readonly assertion?: Assertion;
  readonly note?: string;
  readonly source?: FindingSource;
}

/** A finding whose id is settled: what understanding a text produces. */
export interface IdentifiedFinding extends Finding {
  readonly findingId: string;
}

export type Comparator = '<' | '<=' | '>' | '>=';

export type LabValue =
  | number
  | { readonly comparator: Comparator; readonly number: number }
  | { readonly titre: number | string }
  | { readonly code: string };

export interface ReferenceRange {
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
}

export interface Lab {
  readonly code?: string;
  readonly name?: string;
  readonly value: LabValue;
  readonly unit?: string;
  readonly referenceRange?: ReferenceRange;
  readonly collectedAt?: string;
  readonly source?: FindingSource;
}

export type AgeUnit = 'a' | 'mo' | 'wk' | 'd';

export interface Age {
  readonly value: number;
  readonly unit: AgeUnit;
}

export type Sex = 'female' | 'male' | 'unknown';

export interface Patient {
  readonly age?: Age | null;
  readonly sex?: Sex;
  readonly pregnant?: boolean | null;
}

export interface CaseStage {
  readonly name: string;
  readonly narrative?: string;
  readonly findings?: readonly Finding[];
  readonly labs?: readonly Lab[];
}

export interface CaseInput {
  readonly language?: Language;
  readonly narrative?: string;
  readonly patient?: Patient;
  readonly findings?: readonly Finding[];
  readonly labs?: readonly Lab[];
  readonly stages?: readonly CaseStage[];
}
