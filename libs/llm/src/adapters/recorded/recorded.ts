import { readFile } from 'node:fs/promises';
import { type LanguageModel } from '../../ports/language-model';
import { LlmFault } from '../../ports/llm-fault';
import { LlmRecording, questionKey } from './recording';

/** Replays recorded answers: for tests, demonstrations and lectures without a network. */
export function recordedModel({ model, answers, took = {} }: LlmRecording): LanguageModel {
  return {
    model,
    async ask(role, input, { signal } = {}) {
      if (signal?.aborted) throw new LlmFault('aborted');
      const key = questionKey(role, input);
      if (!Object.hasOwn(answers, key)) throw new LlmFault('not-recorded');
      const raw = answers[key];
      return {
        value: role.read(raw, input),
        raw,
        model,
        promptVersion: role.promptVersion,
        ...(took[key] ?? { latencyMs: 0, firstTextMs: 0 }),
        cached: false,
      };
    },
  };
}

/**
 * Reads a recording from a JSON file.
 *
 * @throws Error naming the file if it cannot be read or has another shape.
 */
export async function loadRecording(path: string): Promise<LlmRecording> {
  try {
    return LlmRecording.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new Error(`not a recording of a language model: ${path}`, { cause });
  }
}
