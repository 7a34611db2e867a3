import { Inject, Injectable } from '@nestjs/common';
import { type SearchGuidelinesPayload, type SearchGuidelinesResult } from '@openrounds/contracts';
import { PASSAGE_LIBRARIES, type PassageLibraries } from '../ports/passage-libraries';
import { codedPassage } from './coded-passage';
import { fitting } from './fitting';

/** Searches the passages by words, by disease, or both. */
@Injectable()
export class SearchGuidelines {
  constructor(@Inject(PASSAGE_LIBRARIES) private readonly libraries: Pick<PassageLibraries, 'of'>) {}

  async execute({ knowledge, ...wanted }: SearchGuidelinesPayload): Promise<SearchGuidelinesResult> {
    const library = await this.libraries.of(knowledge, wanted.meta.tenantId);
    const hits = library.search({ ...wanted, findingIds: [] });
    return { passages: fitting(hits.map(codedPassage)) };
  }
}
