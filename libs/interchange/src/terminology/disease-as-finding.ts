import { type VocabularyDisease } from '@openrounds/clinical-language';
import { type RejectionCode } from '@openrounds/contracts';

/** In what way a disease is told of: as one that the patient has, had, or that runs in the family. */
export type DiseaseContext = 'known' | 'historical' | 'family';

const WHY_NOT: Readonly<Record<DiseaseContext, RejectionCode>> = {
  known: 'diagnosis',
  historical: 'past-not-used',
  family: 'family-not-used',
};

const asFinding = ({ asFinding: as }: VocabularyDisease, context: DiseaseContext): string | undefined =>
  context === 'historical' ? (as?.historical ?? as?.known) : as?.[context];

/**
 * The finding that a disease stands for. A disease is never evidence for itself: where the vocabulary has no finding
 * for it in this context, it says nothing. A code that several diseases share must come to one finding.
 */
export function diseaseAsFinding(
  diseases: readonly VocabularyDisease[],
  context: DiseaseContext,
): { readonly findingId: string } | { readonly why: RejectionCode } {
  const findings = new Set(diseases.map((disease) => asFinding(disease, context)));
  const [findingId] = findings;
  if (findings.size > 1) return { why: 'ambiguous-code' };
  return findingId === undefined ? { why: WHY_NOT[context] } : { findingId };
}
