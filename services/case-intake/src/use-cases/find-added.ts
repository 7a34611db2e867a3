import { Inject, Injectable } from '@nestjs/common';
import { addedFindings } from '@openrounds/clinical-language';
import { type Patient, type SpokenSentences } from '@openrounds/contracts';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';

const NOBODY: Patient = { age: null, sex: 'unknown' };

/** Finds sentences that tell a finding which what they were said of does not; nothing is stored. */
@Injectable()
export class FindAdded {
  constructor(@Inject(VOCABULARIES) private readonly vocabularies: Vocabularies) {}

  /**
   * @returns the places of such sentences
   * @throws BundleError when the knowledge version is not (yet) in the bundle store
   */
  async execute(knowledge: string, sentences: SpokenSentences): Promise<number[]> {
    const vocabulary = await this.vocabularies.of(knowledge);
    return sentences.flatMap(({ spoken, told }, place) =>
      addedFindings(spoken, told, NOBODY, vocabulary).length > 0 ? [place] : [],
    );
  }
}
