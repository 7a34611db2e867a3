import { type Deidentified } from '@openrounds/clinical-language';

/** Takes identities out of texts. */
export interface Masker {
  /**
   * Finds what identifies a person in all of these texts; the result masks each of them at once.
   *
   * @throws DomainError `overloaded` when too many texts wait already, `dependency-unavailable` when the search failed
   */
  read(texts: readonly string[]): Promise<(text: string) => Deidentified>;
}
export const MASKER = Symbol('Masker');
