import { type LanguageModel } from '../../ports/language-model';
import { type LlmRecording, questionKey } from './recording';

/** Writes down what a model answers, so that it can be replayed. */
export class Recorder {
  private readonly answers = new Map<string, unknown>();
  /** The same model; only answers that its roles could read are written down. */
  readonly recorded: LanguageModel;

  constructor(private readonly model: LanguageModel) {
    this.recorded = {
      model: model.model,
      format: model.format,
      ask: async (role, input, call) => {
        const reply = await model.ask(role, input, call);
        this.answers.set(questionKey(role, input), reply.raw);
        return reply;
      },
    };
  }

  /** All that was answered so far, in the order of the keys: the same answers make the same file. */
  recording(): LlmRecording {
    const sorted = [...this.answers].sort(([a], [b]) => (a < b ? -1 : 1));
    return { version: 2, model: this.model.model, answers: Object.fromEntries(sorted) };
  }
}
