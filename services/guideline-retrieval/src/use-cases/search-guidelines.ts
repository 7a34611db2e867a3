import { Inject, Injectable } from '@nestjs/common';
import { type SearchGuidelinesPayload, type SearchGuidelinesResult } from '@openrounds/contracts';
import { embeddedText } from '../model/embedded-text';
import {
  PASSAGE_LIBRARIES,
  type PassageLibraries,
  type PassageLibrary,
  type PassageQuery,
} from '../ports/passage-libraries';
import { codedPassage } from './coded-passage';
import { fitting } from './fitting';
import { type Nearness, RankByNearness } from './rank-by-nearness';

/** Searches the passages by words, by disease, or both. What is found is the words' to say; vectors move it up and down. */
@Injectable()
export class SearchGuidelines {
  constructor(
    @Inject(PASSAGE_LIBRARIES) private readonly libraries: Pick<PassageLibraries, 'of'>,
    @Inject(RankByNearness) private readonly nearness: Pick<RankByNearness, 'rank' | 'isOn'>,
  ) {}

  async execute({ knowledge, ...wanted }: SearchGuidelinesPayload): Promise<SearchGuidelinesResult> {
    const library = await this.libraries.of(knowledge, wanted.meta.tenantId);
    const query = { ...wanted, findingIds: [] };
    const near = await this.near(library, knowledge, query);
    const alsoRanked = typeof near === 'object' ? near.nearest : undefined;
    const passages = fitting(library.search({ ...query, alsoRanked }).map(codedPassage));
    if (near === 'off') return { passages };
    return { passages, vectors: near === 'unavailable' ? 'unavailable' : 'used' };
  }

  private async near(
    library: PassageLibrary,
    knowledge: string,
    query: PassageQuery & Pick<SearchGuidelinesPayload, 'meta'>,
  ): Promise<Nearness> {
    const { meta, language, query: question = '' } = query;
    if (!this.nearness.isOn || question.trim() === '') return 'off';
    const candidates = new Map(
      library.candidates(query).map((passage) => [passage.id, embeddedText(passage, language)]),
    );
    return this.nearness.rank({ meta, knowledge, language, question, candidates });
  }
}
