import { type OpenAiCompatibleOptions } from './adapters/openai-compatible/openai-compatible';
import { type AnswerFormatSetting } from './ports/answer-format';
import { type EndpointCheck } from './ports/endpoint-check';
import { loadRecording, recordedModel } from './adapters/recorded/recorded';
import { scriptedModel } from './adapters/scripted/scripted';
import { withBreaker } from './breaker/breaker';
import { type Budget, withBudget } from './budget/budget';
import { type TokenLedger } from './budget/ledger';
import { type AnswerStore } from './cache/answer-store';
import { withCache } from './cache/with-cache';
import { type OnDropped, withInertAnswers } from './guards/inert-answers';
import { type LanguageModel } from './ports/language-model';

/** What an operator may configure. */
export type LlmConfiguration =
  | ({ readonly kind: 'openai-compatible' } & OpenAiCompatibleOptions)
  | { readonly kind: 'recorded'; readonly file: string }
  | { readonly kind: 'scripted' };

/** The settings of a language model, by the names of docs/llm.md. */
export interface LlmSettings {
  readonly LLM_ADAPTER: 'endpoint' | 'recorded' | 'scripted';
  readonly LLM_RECORDING?: string | undefined;
  readonly LLM_BASE_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_TIMEOUT_SECONDS: number;
  readonly LLM_STRUCTURED_OUTPUT: AnswerFormatSetting;
  readonly LLM_STREAMING: boolean;
  readonly LLM_FIRST_TEXT_SECONDS: number;
  readonly LLM_MAX_ANSWER_TOKENS?: number | undefined;
  readonly LLM_MAX_PROMPT_BYTES: number;
  readonly LLM_USER_TOKENS_PER_DAY?: number | undefined;
  readonly LLM_TENANT_TOKENS_PER_DAY?: number | undefined;
  readonly LLM_TOKENS_PER_DAY?: number | undefined;
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
    firstTextTimeoutMs: settings.LLM_FIRST_TEXT_SECONDS * 1000,
    maxAnswerTokens: settings.LLM_MAX_ANSWER_TOKENS,
  };
}

/**
 * The language model that the settings speak of; null where there is none.
 *
 * @throws Error where a recording is to be replayed and none is named.
 */
export function configurationOf(settings: LlmSettings): LlmConfiguration | null {
  switch (settings.LLM_ADAPTER) {
    case 'endpoint': {
      const endpoint = endpointOf(settings);
      return endpoint && { kind: 'openai-compatible', ...endpoint };
    }
    case 'recorded':
      if (settings.LLM_RECORDING === undefined) throw new Error('LLM_ADAPTER=recorded needs LLM_RECORDING');
      return { kind: 'recorded', file: settings.LLM_RECORDING };
    case 'scripted':
      return { kind: 'scripted' };
  }
}

/** What the questions of a day may cost, by the settings. */
export const budgetOf = (settings: LlmSettings): Budget => ({
  maxPromptBytes: settings.LLM_MAX_PROMPT_BYTES,
  daily: {
    user: settings.LLM_USER_TOKENS_PER_DAY,
    tenant: settings.LLM_TENANT_TOKENS_PER_DAY,
    all: settings.LLM_TOKENS_PER_DAY,
  },
});

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
    case 'scripted':
      return scriptedModel();
  }
}

/** What stands around a model that people's questions go to. */
export interface Guards {
  readonly budget: Budget;
  readonly ledger: TokenLedger;
  /** Null: answers are not kept. */
  readonly answers: AnswerStore | null;
  readonly onDropped?: OnDropped;
}

/**
 * The configured model behind all its guards. From the outside in: what is no mere words is left out of every answer, also of a kept one; a kept answer
 * costs nothing; what is asked counts towards the budgets; an endpoint that is away is left alone. A recording and the
 * script cost nothing and are not kept.
 */
export async function guardedModel(
  configuration: LlmConfiguration | null,
  { budget, ledger, answers, onDropped }: Guards,
): Promise<LanguageModel | null> {
  const model = await configuredModel(configuration);
  if (model === null || configuration?.kind !== 'openai-compatible') {
    return model && withInertAnswers(model, onDropped);
  }
  const { temperature = 0, maxAnswerTokens = null } = configuration;
  const budgeted = withBudget(model, budget, ledger);
  const kept = answers === null ? budgeted : withCache(budgeted, answers, { temperature, maxAnswerTokens });
  return withInertAnswers(kept, onDropped);
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
