import { Inject, Injectable } from '@nestjs/common';
import { type ReadingTexts } from '@openrounds/contracts';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';
import { textOfRun, type RunToRead } from './text-of-run';

/** Gives the de-identified texts of a run's case with the findings that they may be speaking of, to be read by a language model. */
@Injectable()
export class OfferReading {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'findResult' | 'find'>,
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
  ) {}

  /** @throws DomainError `case-erased` */
  async execute(run: RunToRead): Promise<ReadingTexts | 'no-text' | 'too-long'> {
    const read = await textOfRun(run, this.cases, this.vocabularies);
    if (typeof read === 'string') return read;
    return {
      language: read.language,
      texts: read.texts.map(({ text }) => text),
      candidates: read.candidates.map(({ states, ...candidate }) => ({
        ...candidate,
        ...(states && { states: [...states] }),
      })),
    };
  }
}
