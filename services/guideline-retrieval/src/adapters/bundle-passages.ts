import { Injectable } from '@nestjs/common';
import { indexBundle, searchPassages, type PassageIndex } from '@openrounds/guidelines';
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
      const library = this.libraries.get(part) ?? libraryOf(indexBundle(part));
      this.libraries.set(part, library);
      return library;
    });
  }
}

const libraryOf = (index: PassageIndex): PassageLibrary => ({
  search: ({ region, ...query }) =>
    searchPassages(index, { ...query, ...(region === null ? {} : { region }) }).map(
      ({ passage, score, forDiseases }) => ({ passageId: passage.id, score, forDiseases }),
    ),
});
