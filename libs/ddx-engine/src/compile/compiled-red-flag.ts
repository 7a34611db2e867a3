import { type AgeRange, type Sex } from '../model/knowledge';

/** A `RedFlagCondition` by indices. */
export type CodedCondition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly CodedCondition[] }
  | { readonly kind: 'not'; readonly part: CodedCondition }
  /** One of these outcomes of the finding. */
  | { readonly kind: 'finding'; readonly finding: number; readonly outcomes: readonly number[] }
  | { readonly kind: 'age'; readonly ageYears: AgeRange }
  | { readonly kind: 'sex'; readonly sex: Sex }
  | { readonly kind: 'pregnant'; readonly pregnant: boolean };

export interface CompiledRedFlag {
  readonly id: string;
  readonly when: CodedCondition;
  /** Indices of diseases. */
  readonly raises: readonly number[];
}
