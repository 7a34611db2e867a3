import { type Sex } from './knowledge';

export interface EnginePatient {
  /** Age in years with fractions, or null where it is not known. */
  readonly ageYears: number | null;
  readonly sex: Sex | 'unknown';
  readonly pregnant?: boolean | null;
}

export type Presence = 'present' | 'absent' | 'unknown';

/** One coded observation: `presence` for a binary finding, `state` for a categorical one. */
export interface ObservedFinding {
  readonly findingId: string;
  readonly presence?: Presence;
  readonly state?: string;
  /** How sure the observation is, 0.5 (as good as not asked) to 1 (default). */
  readonly certainty?: number;
}

/** A case as the engine sees it: coded facts only. The order of `observed` never matters. */
export interface EngineCase {
  readonly patient: EnginePatient;
  readonly observed: readonly ObservedFinding[];
}
