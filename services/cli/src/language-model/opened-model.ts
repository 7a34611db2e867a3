import { configurationOf, configuredModel, withInertAnswers, type LanguageModel } from '@openrounds/llm';
import { readLlmConfig } from '@openrounds/platform';
import { UnusableArgument } from '../surroundings';

/** Where the command line may take answers from. */
const MODELS = ['recorded', 'endpoint'] as const;
export type ModelSource = (typeof MODELS)[number];

/**
 * The language model of the environment (docs/llm.md), without budgets and kept answers: what is measured is asked.
 *
 * @throws UnusableArgument where the environment does not name it
 */
export async function openedModel(source: ModelSource): Promise<LanguageModel> {
  const settings = { ...readLlmConfig(), LLM_ADAPTER: source };
  if (source === 'recorded' && settings.LLM_RECORDING === undefined) {
    throw new UnusableArgument('no recording is named: set LLM_RECORDING');
  }
  const model = await configuredModel(configurationOf(settings));
  if (model === null) {
    throw new UnusableArgument('no language model is configured: set LLM_BASE_URL and LLM_MODEL');
  }
  return withInertAnswers(model);
}
