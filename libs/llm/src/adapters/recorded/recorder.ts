import { type LanguageModel, type LlmReply } from '../../ports/language-model';
import { type LlmRecording, questionKey } from './recording';

/** Writes down what a model answers, so that it can be replayed. */
export class Recorder {
  private readonly replies = new Map<string, LlmReply<unknown>>();
  /** The same model; only answers that its roles could read are written down. */
  readonly recorded: LanguageModel;

  constructor(private readonly model: LanguageModel) {
    this.recorded = {
      model: model.model,
      format: model.format,
      ask: async (role, input, call) => {
        const reply = await model.ask(role, input, call);
        this.replies.set(questionKey(role, input), reply);
        return reply;
      },
    };
  }

  /** All that was answered so far, in the order of the keys: the same answers make the same file. */
  recording(): LlmRecording {
    const sorted = [...this.replies].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      version: 2,
      model: this.model.model,
      answers: Object.fromEntries(sorted.map(([key, { raw }]) => [key, raw])),
      took: Object.fromEntries(sorted.map(([key, reply]) => [key, tookOf(reply)])),
    };
  }
}

const tookOf = ({ latencyMs, firstTextMs, usage }: LlmReply<unknown>) => ({
  latencyMs,
  firstTextMs,
  ...(usage && { usage }),
});
