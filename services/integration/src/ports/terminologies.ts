import { type Terminology } from '@openrounds/clinical-language';

/** The codes that the active version of the knowledge base holds. */
export interface Terminologies {
  /** @throws DomainError `knowledge-unavailable` when none is active */
  current(): Terminology;
}
export const TERMINOLOGIES = Symbol('Terminologies');
