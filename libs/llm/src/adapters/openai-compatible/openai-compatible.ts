import { type AnswerShape, answerShapeOf } from '../../answers/answer-shape';
import { type AnswerFormatSetting, type FormatChoice } from '../../ports/answer-format';
import { type LanguageModel, type LlmCallOptions, type LlmReply } from '../../ports/language-model';
import { LlmFault } from '../../ports/llm-fault';
import { type Role } from '../../ports/role';
import { type Asked, completions, type EndpointOptions } from './completion';
import { Question, type Wait } from './question';
import { RememberedFormat } from './remembered-format';
import { TINY_QUESTION } from './tiny-question';

/** An endpoint that speaks the OpenAI chat-completions protocol: a vendor's, or vLLM, llama.cpp, Ollama … at home. */
export interface OpenAiCompatibleOptions extends EndpointOptions {
  /** For the whole answer. */
  readonly timeoutMs: number;
  /** How the endpoint is held to the schema. Default `auto`. */
  readonly structuredOutput?: AnswerFormatSetting | undefined;
  /** How to wait for as long as an endpoint asks. Default: a timer. */
  readonly wait?: Wait | undefined;
}

/**
 * Any OpenAI-compatible endpoint as a language model. One attempt a call, and one more where the endpoint says when: how
 * often to try again is otherwise the queue's to say.
 */
export function openAiCompatibleModel(
  options: OpenAiCompatibleOptions,
): LanguageModel & { readonly format: FormatChoice } {
  const { model, timeoutMs, structuredOutput = 'auto', wait } = options;
  const complete = completions(options);
  const format = new RememberedFormat(structuredOutput);
  const shapeOf = rememberedShapes();

  const questionOf = (asked: Asked, call: LlmCallOptions): Question =>
    new Question(complete, asked, Math.min(timeoutMs, call.timeoutMs ?? timeoutMs), call, wait);

  async function ask<I, O>(role: Role<I, O>, input: I, call: LlmCallOptions = {}): Promise<LlmReply<O>> {
    const start = performance.now();
    const question = questionOf({ prompt: role.prompt(input), shape: shapeOf(role) }, call);
    const { answer, firstTextMs, usage } = await format.ask((each) => question.read(each));
    return {
      value: role.read(answer, input),
      raw: answer,
      model,
      promptVersion: role.promptVersion,
      ...(usage && { usage }),
      latencyMs: performance.now() - start,
      firstTextMs,
      cached: false,
    };
  }

  async function probe(signal?: AbortSignal) {
    if (structuredOutput !== 'auto') return format.state;
    try {
      const question = questionOf(TINY_QUESTION, { signal });
      await format.ask((each) => question.read(each), true);
    } catch (error) {
      format.noteFault(error instanceof LlmFault ? error : new LlmFault('unusable-answer'));
    }
    return format.state;
  }

  return {
    model,
    ask,
    format: {
      get state() {
        return format.state;
      },
      probe,
      onChange: (listener) => {
        format.onChange(listener);
      },
    },
  };
}

type AnyRole = Parameters<typeof answerShapeOf>[0];

/** Each role's shape is made once. */
function rememberedShapes(): (role: AnyRole) => AnswerShape {
  const shapes = new WeakMap<AnyRole, AnswerShape>();
  return (role) => {
    const shape = shapes.get(role) ?? answerShapeOf(role);
    shapes.set(role, shape);
    return shape;
  };
}
