import { type FoundOwnPassage, type Language, type PassagePage } from '@openrounds/contracts';
import { type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';
import { notice } from '../messages/catalogue';
import { namesOf } from '../run/names';
import { ownPassage, passage, passageReference } from '../run/sections';

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

/** The same of a passage of a document of the institution's own. */
export function presentOwnPassagePage(
  { passage: found, forFindings, withdrawn, neighbours }: FoundOwnPassage,
  bundle: KnowledgeBundle,
  language: Language,
): PassagePage {
  const names = namesOf(bundle, language);
  const { score: _none, ...shown } = ownPassage(found, language);
  const { title, publisher, year } = shown;
  return {
    ...shown,
    diseases: found.forDiseases.map((id) => ({ id, name: names.disease(id) })),
    findings: forFindings.map((id) => ({ id, name: names.finding(id) })),
    documentLanguage: found.own.language,
    ...(withdrawn ? { withdrawn } : {}),
    neighbours: neighbours.map(({ passageId, section }) => ({ passageId, title, publisher, year, section })),
    notice: notice(language),
  };
}
