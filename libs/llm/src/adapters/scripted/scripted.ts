import { SCRIPTED_LLM } from '@openrounds/contracts';
import { type LanguageModel } from '../../ports/language-model';
import { LlmFault } from '../../ports/llm-fault';
import { SCRIPTS } from './scripts';

/**
 * Plays a model: what it says is made of what it is asked by rules that anybody can read, so that every role can be shown without a
 * network. It knows nothing of medicine, and its name says so.
 */
export function scriptedModel(): LanguageModel {
  return {
    model: SCRIPTED_LLM,
    async ask(role, input, { signal } = {}) {
      if (signal?.aborted) throw new LlmFault('aborted');
      const script = SCRIPTS[role.name];
      if (script === undefined) throw new LlmFault('not-recorded');
      const raw = script(input);
      return {
        value: role.read(raw, input),
        raw,
        model: SCRIPTED_LLM,
        promptVersion: role.promptVersion,
        latencyMs: 0,
        firstTextMs: 0,
        cached: false,
      };
    },
  };
}
