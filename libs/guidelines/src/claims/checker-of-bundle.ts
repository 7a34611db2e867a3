import { type NamedConcept } from '../vocabulary/name-dictionary';
import { type ClaimPassage } from './claim';
import { ClaimChecker } from './claim-checker';

/** What checking claims needs of a knowledge bundle. */
export interface CheckedBundle {
  readonly guidelines: { readonly passages: readonly ClaimPassage[] };
  readonly diseases: readonly Omit<NamedConcept, 'kind'>[];
  readonly findings: readonly Omit<NamedConcept, 'kind'>[];
}

/** The checker over all passages and names of a bundle. Making it takes a second or two: to be kept by who asks again. */
export const claimCheckerOf = ({ guidelines, diseases, findings }: CheckedBundle): ClaimChecker =>
  new ClaimChecker(guidelines.passages, [
    ...diseases.map(({ id, name, synonyms }) => ({ id, name, synonyms, kind: 'disease' as const })),
    ...findings.map(({ id, name, synonyms }) => ({ id, name, synonyms, kind: 'finding' as const })),
  ]);
