import { type Localised } from '../passage';

/** What the knowledge tells of a disease beside its names: by this a question that does not name it is understood. */
export interface Described {
  /** Share of patients whose main explanation it is. */
  readonly prior: number;
  /** Multipliers of the prior; those for an age count where the age is told. */
  readonly modifiers: readonly {
    readonly if: { readonly ageYears?: readonly [number, number] };
    readonly times: number;
  }[];
  /** Logarithm of the likelihood ratio by finding id, or `finding=state`. */
  readonly clues: Readonly<Record<string, number>>;
  /** Sentences of it. */
  readonly told: Localised;
}

/** What was read of a question as of a case: diseases named and what is present in the patient. */
export interface ReadFacts {
  readonly diseaseIds: readonly string[];
  /** A finding that is present, or the state that it is in. */
  readonly facts: readonly { readonly findingId: string; readonly state?: string | undefined }[];
  readonly ageYears: number | null;
}

export const NOTHING_READ: ReadFacts = { diseaseIds: [], facts: [], ageYears: null };
