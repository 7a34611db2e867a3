import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { LlmFault } from '../../ports/llm-fault';
import {
  type LlmCallOptions,
  type LlmRanking,
  type LlmRankingRequest,
  type RankWithLlm,
} from '../../ports/rank-with-llm';
import { LlmAnswer } from '../../ranking/llm-answer';
import { readRanking } from '../../ranking/read-ranking';
import { faultOf } from './fault-of';
import { promptOf } from './prompt';
import { untraced } from './untraced';

/** An endpoint that speaks the OpenAI chat-completions protocol: a vendor's, or vLLM, llama.cpp, Ollama … at home. */
export interface OpenAiCompatibleOptions {
  /** Up to and including the version, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Not every endpoint asks for one. */
  readonly apiKey?: string | undefined;
  /** For the whole answer. */
  readonly timeoutMs: number;
  /** 0 by default, so that a class sees the same opinion twice where the model can; null where it accepts none. */
  readonly temperature?: number | null | undefined;
  /** How the endpoint is held to the schema; by default what its model is known to support, else a JSON schema. */
  readonly structuredOutput?: 'jsonSchema' | 'functionCalling' | 'jsonMode' | undefined;
}

/** The client refuses to start without a key; endpoints that need none ignore it. */
const NO_KEY = 'none';

/**
 * Ranks with any OpenAI-compatible endpoint. One attempt a call: how often to try again is the queue's to say.
 */
export function openAiCompatibleRanker(options: OpenAiCompatibleOptions): RankWithLlm {
  const { baseUrl, model, apiKey = NO_KEY, timeoutMs, temperature = 0, structuredOutput } = options;
  const chat = new ChatOpenAI({
    model,
    apiKey,
    ...(temperature === null ? {} : { temperature }),
    maxRetries: 0,
    timeout: timeoutMs,
    useResponsesApi: false,
    // The client would otherwise take organisation and project from variables meant for another program.
    configuration: { baseURL: baseUrl, organization: null, project: null },
  }).withStructuredOutput(LlmAnswer, {
    name: 'differential',
    ...(structuredOutput === undefined ? {} : { method: structuredOutput }),
  });

  async function rank(
    request: LlmRankingRequest,
    { signal, timeoutMs: patienceMs = timeoutMs }: LlmCallOptions = {},
  ): Promise<LlmRanking> {
    if (signal?.aborted) throw new LlmFault('aborted');
    const deadline = AbortSignal.timeout(Math.min(timeoutMs, patienceMs));
    const both = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
    const { system, user } = promptOf(request);
    const answer = await untraced(() =>
      chat.invoke([new SystemMessage(system), new HumanMessage(user)], { signal: both }),
    ).catch((error: unknown) => {
      throw faultOf(error, { signal, deadline });
    });
    return readRanking(answer, model, request.diseases);
  }

  return { model, rank };
}
