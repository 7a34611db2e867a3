import { type Language, type PassagePage } from '@openrounds/contracts';
import { type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';
import { notice } from '../messages/catalogue';
import { namesOf } from '../run/names';
import { passage, passageReference } from '../run/sections';

/** A passage with its document, what it is for, and the other passages there. Undefined if the version lacks it. */
export function presentPassagePage(
  passageId: string,
  bundle: KnowledgeBundle,
  language: Language,
): PassagePage | undefined {
  const { passages, documents } = lookupOf(bundle);
  const found = passages.get(passageId);
  const document = found === undefined ? undefined : documents.get(found.document);
  if (found === undefined || document === undefined) return undefined;
  const names = namesOf(bundle, language);
  const shown = passage({ passageId, score: 0, forDiseases: [...found.forDiseases] }, bundle, names);
  if (shown === undefined) return undefined;
  const { score: _none, ...rest } = shown;
  const neighbours = bundle.guidelines.passages.filter(
    ({ id, document: other }) => other === found.document && id !== passageId,
  );
  return {
    ...rest,
    diseases: found.forDiseases.map((id) => ({ id, name: names.disease(id) })),
    findings: found.forFindings.map((id) => ({ id, name: names.finding(id) })),
    documentLanguage: document.language,
    neighbours: neighbours.flatMap(({ id }) => passageReference(id, bundle, language) ?? []),
    notice: notice(language),
  };
}
