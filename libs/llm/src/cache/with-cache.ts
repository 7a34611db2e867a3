import { type LanguageModel, type LlmCallOptions } from '../ports/language-model';
import { LlmFault } from '../ports/llm-fault';
import { type AnswerOwner, type AnswerStore } from './answer-store';
import { cacheKey } from './cache-key';

/**
 * Gives the answer that the same question got before, read again by its role. Only what could be read is kept, and
 * only of questions that say whose they are and of which knowledge: without an owner nobody could erase it.
 *
 * @param parameters - of the model's requests, for the key.
 */
export function withCache(
  model: LanguageModel,
  store: AnswerStore,
  parameters: Readonly<Record<string, unknown>>,
): LanguageModel {
  return {
    model: model.model,
    format: model.format,
    async ask(role, input, call) {
      const owned = ownerOf(call);
      if (owned === undefined) return model.ask(role, input, call);
      if (call?.signal?.aborted) throw new LlmFault('aborted');
      const start = performance.now();
      const { owner, knowledge } = owned;
      const key = cacheKey({ model: model.model, parameters, knowledge }, role, input);
      const kept = await store.find(owner, key);
      if (kept !== undefined) {
        const latencyMs = performance.now() - start;
        return {
          ...kept,
          value: role.read(kept.raw, input),
          promptVersion: role.promptVersion,
          latencyMs,
          firstTextMs: latencyMs,
          cached: true,
        };
      }
      const reply = await model.ask(role, input, call);
      const { raw, usage } = reply;
      await store.keep(owner, key, { raw, model: reply.model, ...(usage && { usage }) });
      return reply;
    },
  };
}

function ownerOf(
  call: LlmCallOptions | undefined,
): { readonly owner: AnswerOwner; readonly knowledge: string } | undefined {
  const { tenantId, caseId, knowledge } = call ?? {};
  if (tenantId === undefined || caseId === undefined || knowledge === undefined) return undefined;
  return { owner: { tenantId, caseId }, knowledge };
}
