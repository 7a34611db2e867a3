import { Injectable } from '@nestjs/common';
import { buildPassageIndex, searchPassages, type Passage, type PassageIndex } from '@openrounds/guidelines';
import { GuidelineStore, type GuidelinePart } from '@openrounds/knowledge';
import { type PassageLibraries, type PassageLibrary } from '../ports/passage-libraries';

/** Indexes the passages of bundles; an index lives as long as its guidelines do. */
@Injectable()
export class BundlePassages implements PassageLibraries {
  private readonly libraries = new WeakMap<GuidelinePart, PassageLibrary>();

  constructor(private readonly versions: GuidelineStore) {}

  of(knowledgeHash: string): Promise<PassageLibrary> {
    return Promise.resolve().then(() => {
      const part = this.versions.get(knowledgeHash);
      const library =
        this.libraries.get(part) ?? libraryOf(buildPassageIndex(passagesOf(part)), supersededIn(part));
      this.libraries.set(part, library);
      return library;
    });
  }
}

/** The passages of documents that a newer edition has replaced. */
function supersededIn({ guidelines }: GuidelinePart): ReadonlySet<string> {
  const replaced = new Set(
    guidelines.documents.flatMap(({ id, supersededBy }) => (supersededBy === undefined ? [] : [id])),
  );
  return new Set(guidelines.passages.flatMap(({ id, document }) => (replaced.has(document) ? [id] : [])));
}

/** What a newer edition has replaced stands after all that it hasn't, however well it fits. */
const libraryOf = (index: PassageIndex, superseded: ReadonlySet<string>): PassageLibrary => ({
  search: ({ region, ...query }) =>
    searchPassages(index, { ...query, ...(region === null ? {} : { region }) })
      .map(({ passage, score, forDiseases }) => ({ passageId: passage.id, score, forDiseases }))
      .sort((a, b) => Number(superseded.has(a.passageId)) - Number(superseded.has(b.passageId))),
});

/** The passages with the title of their document and the names of their diseases as further words to find them by. */
function passagesOf({ guidelines, diseases: named }: GuidelinePart): Passage[] {
  const diseases = new Map(named.map((disease) => [disease.id, disease]));
  const documents = new Map(guidelines.documents.map((document) => [document.id, document]));
  return guidelines.passages.map((passage) => {
    const about = passage.forDiseases.flatMap((id) => diseases.get(id) ?? []);
    return {
      id: passage.id,
      title: documents.get(passage.document)?.title ?? {},
      section: passage.section,
      text: passage.text,
      forDiseases: passage.forDiseases,
      forFindings: passage.forFindings,
      region: passage.region,
      keywords: {
        en: about.flatMap(({ name, synonyms }) => [name.en, ...synonyms.en]),
        zh: about.flatMap(({ name, synonyms }) => [name.zh, ...synonyms.zh]),
      },
    };
  });
}
