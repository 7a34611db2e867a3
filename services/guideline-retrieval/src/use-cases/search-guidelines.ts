import { Inject, Injectable } from '@nestjs/common';
import { type SearchGuidelinesPayload, type SearchGuidelinesResult } from '@openrounds/contracts';
import { PASSAGE_LIBRARIES, type PassageLibraries } from '../ports/passage-libraries';

/** Searches the passages by words, by disease, or both. */
@Injectable()
export class SearchGuidelines {
  constructor(@Inject(PASSAGE_LIBRARIES) private readonly libraries: PassageLibraries) {}

  async execute({ knowledge, ...wanted }: SearchGuidelinesPayload): Promise<SearchGuidelinesResult> {
    const library = await this.libraries.of(knowledge);
    const hits = library.search({ ...wanted, findingIds: [] });
    return { passages: hits.map((hit) => ({ ...hit, forDiseases: [...hit.forDiseases] })) };
  }
}
