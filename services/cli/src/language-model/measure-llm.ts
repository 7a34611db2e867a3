import { type LanguageModel } from '@openrounds/llm';
import { type EvaluationReport } from '@openrounds/evaluation';
import { llmMarkdown, type LlmReport, llmReport } from './llm-report';
import { type ModelSource, openedModel } from './opened-model';
import { type OpinionInput, type SecondOpinion, secondOpinions } from './second-opinions';

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
  ): Promise<{ readonly report: LlmReport; readonly text: string }> {
    const { model, source } = this;
    const opinions: SecondOpinion[] = [];
    for await (const opinion of secondOpinions({ ...input, model })) opinions.push(opinion);
    const report = llmReport(opinions, { model: model.model, source, engine });
    return { report, text: llmMarkdown(report) };
  }
}
