import { type OpenAiCompatibleOptions } from './adapters/openai-compatible/openai-compatible';
import { loadRecording, recordedRanker } from './adapters/recorded/recorded';
import { withBreaker } from './breaker/breaker';
import { type RankWithLlm } from './ports/rank-with-llm';

/** What an operator may configure. */
export type LlmConfiguration =
  | ({ readonly kind: 'openai-compatible' } & OpenAiCompatibleOptions)
  | { readonly kind: 'recorded'; readonly file: string };

/**
 * The configured model, or `null` where none is: then the second opinion is off, which is not a degraded answer.
 *
 * @throws Error if a recording cannot be read.
 */
export async function configuredRanker(configuration: LlmConfiguration | null): Promise<RankWithLlm | null> {
  switch (configuration?.kind) {
    case undefined:
      return null;
    case 'openai-compatible': {
      // LangChain costs a fifth of a second and 29 MB to load: only those who use it pay.
      const { openAiCompatibleRanker } = await import('./adapters/openai-compatible/openai-compatible');
      return withBreaker(openAiCompatibleRanker(configuration));
    }
    case 'recorded':
      return recordedRanker(await loadRecording(configuration.file));
  }
}
