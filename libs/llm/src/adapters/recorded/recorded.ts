import { readFile } from 'node:fs/promises';
import { LlmFault } from '../../ports/llm-fault';
import { type RankWithLlm } from '../../ports/rank-with-llm';
import { readRanking } from '../../ranking/read-ranking';
import { LlmRecording, requestKey } from './recording';

/** Replays recorded answers: for tests, demonstrations and lectures without a network. */
export function recordedRanker({ model, answers }: LlmRecording): RankWithLlm {
  return {
    model,
    async rank(request, { signal } = {}) {
      if (signal?.aborted) throw new LlmFault('aborted');
      const key = requestKey(request);
      if (!Object.hasOwn(answers, key)) throw new LlmFault('not-recorded');
      return readRanking(answers[key], model, request.diseases);
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
