import { Inject, Injectable } from '@nestjs/common';
import { readQuestion } from '@openrounds/clinical-language';
import { type ReadQuestionResult } from '@openrounds/contracts';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';

/** Tells what a question for the guideline search speaks of; nothing is stored. */
@Injectable()
export class ReadQuestion {
  constructor(@Inject(VOCABULARIES) private readonly vocabularies: Vocabularies) {}

  /** @throws BundleError when the knowledge version is not (yet) in the bundle store */
  async execute(knowledge: string, question: string): Promise<ReadQuestionResult> {
    return readQuestion(question, await this.vocabularies.of(knowledge));
  }
}
