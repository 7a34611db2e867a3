import { type Localised, type Passage } from '../passage';

/** A passage of the knowledge bundle: it names its document, and does not repeat the document's title. */
export type BundlePassage = Omit<Passage, 'title' | 'keywords'> & { readonly document: string };

/** The name of a disease and other wordings, as readers search for it. */
export interface NamedDisease {
  readonly id: string;
  readonly name: Localised;
  readonly synonyms?: Passage['keywords'];
}

/**
 * Passages with what the index needs besides: the title of their document, and the names and synonyms of their
 * diseases as keywords, so that a reader who writes "PE" finds what is written on pulmonary embolism.
 *
 * @throws RangeError naming a passage whose document is missing: a bundle is complete or unusable.
 */
export function indexablePassages<P extends BundlePassage>(
  passages: readonly P[],
  documents: readonly { readonly id: string; readonly title: Localised }[],
  diseases: readonly NamedDisease[],
): (P & Passage)[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const byId = new Map(diseases.map((disease) => [disease.id, disease]));
  return passages.map((passage) => {
    const title = titles.get(passage.document);
    if (title === undefined) throw new RangeError(`passage ${passage.id}: no document ${passage.document}`);
    const about = passage.forDiseases.flatMap((id) => byId.get(id) ?? []);
    return { ...passage, title, keywords: { en: wordsIn(about, 'en'), zh: wordsIn(about, 'zh') } };
  });
}

function wordsIn(diseases: readonly NamedDisease[], language: 'en' | 'zh'): string[] {
  return diseases.flatMap(({ name, synonyms }) => [name[language] ?? '', ...(synonyms?.[language] ?? [])]);
}
