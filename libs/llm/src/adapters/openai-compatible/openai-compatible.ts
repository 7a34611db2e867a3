import { type AnswerFormatSetting, type FormatChoice } from '../../ports/answer-format';
import { LlmFault } from '../../ports/llm-fault';
import {
  type LlmCallOptions,
  type LlmRanking,
  type LlmRankingRequest,
  type RankWithLlm,
} from '../../ports/rank-with-llm';
import { readRanking } from '../../ranking/read-ranking';
import { completions, type EndpointOptions } from './completion';
import { Question, type Wait } from './question';
import { RememberedFormat } from './remembered-format';
import { TINY_REQUEST } from './tiny-request';

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
 * Ranks with any OpenAI-compatible endpoint. One attempt a call, and one more where the endpoint says when: how often
 * to try again is otherwise the queue's to say.
 */
export function openAiCompatibleRanker(
  options: OpenAiCompatibleOptions,
): RankWithLlm & { readonly format: FormatChoice } {
  const { model, timeoutMs, structuredOutput = 'auto', wait } = options;
  const complete = completions(options);
  const format = new RememberedFormat(structuredOutput);

  async function rank(
    request: LlmRankingRequest,
    { signal, timeoutMs: patienceMs = timeoutMs }: LlmCallOptions = {},
  ): Promise<LlmRanking> {
    const question = new Question(
      complete,
      request,
      Math.min(timeoutMs, patienceMs),
      { ...(signal && { signal }) },
      wait,
    );
    const answer = await format.ask((each) => question.read(each));
    return readRanking(answer, model, request.diseases);
  }

  async function probe(signal?: AbortSignal) {
    if (structuredOutput !== 'auto') return format.state;
    try {
      const question = new Question(complete, TINY_REQUEST, timeoutMs, { ...(signal && { signal }) }, wait);
      await format.ask((each) => question.read(each), true);
    } catch (error) {
      format.noteFault(error instanceof LlmFault ? error : new LlmFault('unusable-answer'));
    }
    return format.state;
  }

  return {
    model,
    rank,
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
