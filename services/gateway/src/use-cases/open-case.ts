import { Case, SEAL_PLACES, type Language, type SealedCase } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { namesOf, notice, presentUnderstood } from '@openrounds/presentation';
import { type KnowledgeLibrary } from '../ports/knowledge-library';

const StoredCase = Case.omit({ notice: true });

/** Opens what case-intake sealed and shows it in the reader's language. */
export function openCase(
  { caseId, version, sealed }: SealedCase,
  tenantId: string,
  language: Language,
  { sealer, knowledge }: { readonly sealer: Sealer; readonly knowledge: Pick<KnowledgeLibrary, 'current'> },
): Case {
  const names = namesOf(knowledge.current().bundle, language);
  const stored = sealer.open(sealed, SEAL_PLACES.shownCase(tenantId, caseId, version), StoredCase);
  return {
    ...presentUnderstood(stored, names),
    corrections: stored.corrections.map((each) => ({ ...each, name: names.finding(each.findingId) })),
    notice: notice(language),
  };
}
