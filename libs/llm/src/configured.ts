import { type OpenAiCompatibleOptions } from './adapters/openai-compatible/openai-compatible';
import { type AnswerFormatSetting } from './ports/answer-format';
import { type EndpointCheck } from './ports/endpoint-check';
import { loadRecording, recordedModel } from './adapters/recorded/recorded';
import { withBreaker } from './breaker/breaker';
import { type LanguageModel } from './ports/language-model';

/** What an operator may configure. */
export type LlmConfiguration =
  | ({ readonly kind: 'openai-compatible' } & OpenAiCompatibleOptions)
  | { readonly kind: 'recorded'; readonly file: string };

/** The settings of an endpoint, by the names of docs/llm.md. */
export interface LlmSettings {
  readonly LLM_BASE_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_TIMEOUT_SECONDS: number;
  readonly LLM_STRUCTURED_OUTPUT: AnswerFormatSetting;
  readonly LLM_STREAMING: boolean;
}

/** The endpoint that is configured; null where there is none. */
export function endpointOf(settings: LlmSettings): OpenAiCompatibleOptions | null {
  if (settings.LLM_BASE_URL === undefined) return null;
  return {
    baseUrl: settings.LLM_BASE_URL,
    model: settings.LLM_MODEL ?? 'default',
    apiKey: settings.LLM_API_KEY,
    timeoutMs: settings.LLM_TIMEOUT_SECONDS * 1000,
    structuredOutput: settings.LLM_STRUCTURED_OUTPUT,
    streaming: settings.LLM_STREAMING,
  };
}

/**
 * The configured model, or `null` where none is: then the second opinion is off, which is not a degraded answer.
 *
 * @throws Error if a recording cannot be read.
 */
export async function configuredModel(configuration: LlmConfiguration | null): Promise<LanguageModel | null> {
  switch (configuration?.kind) {
    case undefined:
      return null;
    case 'openai-compatible': {
      // LangChain costs a fifth of a second and 29 MB to load: only those who use it pay.
      const { openAiCompatibleModel } = await import('./adapters/openai-compatible/openai-compatible');
      return withBreaker(openAiCompatibleModel(configuration));
    }
    case 'recorded':
      return recordedModel(await loadRecording(configuration.file));
  }
}

/**
 * What works with an endpoint: for the person who configures it.
 *
 * @throws TypeError if the address is none.
 */
export async function checkLlm(options: OpenAiCompatibleOptions): Promise<EndpointCheck> {
  const { checkEndpoint } = await import('./adapters/openai-compatible/check-endpoint');
  return checkEndpoint(options);
}
