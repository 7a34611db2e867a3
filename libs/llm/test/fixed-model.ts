import { type LanguageModel, type LlmCallOptions, type LlmUsage } from '../src/ports/language-model';

/** A model that always writes the same, or fails, and remembers what it was asked. */
export class FixedModel implements LanguageModel {
  readonly model = 'sample-model';
  readonly asked: (LlmCallOptions | undefined)[] = [];
  readonly inputs: unknown[] = [];
  usage: LlmUsage | undefined;
  fault: Error | undefined;

  constructor(public raw: unknown) {}

  ask: LanguageModel['ask'] = (role, input, options) => {
    this.asked.push(options);
    this.inputs.push(input);
    if (this.fault !== undefined) return Promise.reject(this.fault);
    const { raw, usage, model } = this;
    return Promise.resolve().then(() => ({
      value: role.read(raw, input),
      raw,
      model,
      promptVersion: role.promptVersion,
      ...(usage && { usage }),
      latencyMs: 2,
      firstTextMs: 1,
      cached: false,
    }));
  };
}
