import { Inject, Injectable } from '@nestjs/common';
import { checkProposals } from '@openrounds/clinical-language';
import { type CodedReading, type ReadingProposals, type ReadingQuote } from '@openrounds/contracts';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';
import { textOfRun, type RunToRead } from './text-of-run';

/** What a language model proposed of a run's texts, as it said it. */
export interface ProposedReading extends RunToRead {
  readonly model: string;
  readonly promptVersion: string;
  readonly proposals: ReadingProposals;
}

/** What of it stands: in codes, and with the words of the text. */
export interface CheckedReading {
  readonly coded: CodedReading;
  readonly quotes: ReadingQuote[];
}

/** Checks what a language model read against the text and against what the rules read; it changes nothing of the case. */
@Injectable()
export class CheckReading {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'findResult' | 'find'>,
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
  ) {}

  /** @throws DomainError `case-erased` */
  async execute({ model, promptVersion, proposals, ...run }: ProposedReading): Promise<CheckedReading> {
    const read = await textOfRun(run, this.cases, this.vocabularies);
    // Its words were forgotten meanwhile: nothing can be checked, and nothing stands.
    const { standing, dropped } =
      typeof read === 'string'
        ? { standing: [], dropped: proposals.length === 0 ? {} : { 'not-quoted': proposals.length } }
        : checkProposals(proposals, {
            texts: read.texts,
            patient: read.facts.patient,
            offered: new Set(read.candidates.map(({ findingId }) => findingId)),
            observed: read.facts.observed.map(({ certainty = 1, ...observed }) => ({
              ...observed,
              certainty,
            })),
            vocabulary: read.vocabulary,
          });
    return {
      coded: {
        used: true,
        model,
        promptVersion,
        findings: standing.map(
          ({ stage: _stage, start: _start, end: _end, quote: _quote, ...found }) => found,
        ),
        dropped,
      },
      quotes: standing.map(({ findingId, stage, start, end, quote }) => ({
        findingId,
        stage,
        start,
        end,
        quote,
      })),
    };
  }
}
