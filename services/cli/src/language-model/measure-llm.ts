import { type LanguageModel } from '@openrounds/llm';
import { type EvaluationReport } from '@openrounds/evaluation';
import { sameLineOf } from '../evaluation/same-line';
import { llmMarkdown, type LlmReport, llmReport } from './llm-report';
import { type ModelSource, openedModel } from './opened-model';
import { readingMarkdown, type ReadingReport, readingReport } from './reading-report';
import { type CaseReading, caseReadings } from './readings';
import { type OpinionInput, type SecondOpinion, secondOpinions } from './second-opinions';

/** What a model is worth as ranker and as reader; null where no case has a text. */
export interface MeasuredModel extends LlmReport {
  readonly reading: ReadingReport | null;
}

/** Measures a language model on cases that the engine has ranked. */
export class LlmMeasurement {
  private constructor(
    private readonly source: ModelSource,
    private readonly model: LanguageModel,
  ) {}

  /** @throws UnusableArgument where the environment names no such model */
  static async of(source: ModelSource): Promise<LlmMeasurement> {
    return new LlmMeasurement(source, await openedModel(source));
  }

  /** @param engine - what the engine's lists of the same cases are worth */
  async measure(
    input: Omit<OpinionInput, 'model'>,
    engine: EvaluationReport,
  ): Promise<{ readonly report: MeasuredModel; readonly text: string }> {
    const { model, source } = this;
    const opinions: SecondOpinion[] = [];
    for await (const opinion of secondOpinions({ ...input, model })) opinions.push(opinion);
    const ranking = llmReport(opinions, { model: model.model, source, engine });
    const readings: CaseReading[] = [];
    for await (const reading of caseReadings(input.evaluated, model, input)) readings.push(reading);
    // Coded cases have no text to be read.
    const reading = readings.length === 0 ? null : readingReport(readings, sameLineOf(input.ranker.bundle));
    return {
      report: { ...ranking, reading },
      text: [llmMarkdown(ranking), ...(reading === null ? [] : [readingMarkdown(reading)])].join('\n'),
    };
  }
}
