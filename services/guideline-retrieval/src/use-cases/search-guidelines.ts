import { type SearchGuidelines as Wanted, type SearchGuidelinesResult } from '@openrounds/contracts';
import { type PassageLibraries } from '../ports/passage-libraries';

/** Searches the passages by words, by disease, or both. */
export class SearchGuidelines {
  constructor(private readonly libraries: PassageLibraries) {}

  async execute({ knowledge, ...wanted }: Wanted): Promise<SearchGuidelinesResult> {
    const library = await this.libraries.of(knowledge);
    const hits = library.search({ ...wanted, findingIds: [] });
    return { passages: hits.map((hit) => ({ ...hit, forDiseases: [...hit.forDiseases] })) };
  }
}
