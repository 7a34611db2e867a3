import { quantile } from '@openrounds/evaluation';
import { type LlmReply } from '@openrounds/llm';

/** What answers took. */
export interface Took {
  /** Of the answers that say how many; null where none does. */
  readonly tokens: { readonly counted: number; readonly prompt: number; readonly completion: number } | null;
  /** Milliseconds of the answers that were timed; null where none was, as where people answered. */
  readonly latencyMs: Spread;
  readonly firstTextMs: Spread;
}

interface Spread {
  readonly median: number | null;
  readonly p95: number | null;
}

export function tookOf(
  replies: readonly Pick<LlmReply<unknown>, 'usage' | 'latencyMs' | 'firstTextMs'>[],
): Took {
  // What was answered in no time was not timed.
  const timed = replies.filter(({ latencyMs }) => latencyMs > 0);
  const usages = replies.flatMap(({ usage }) => usage ?? []);
  return {
    tokens:
      usages.length === 0
        ? null
        : {
            counted: usages.length,
            prompt: sum(usages.map(({ promptTokens }) => promptTokens)),
            completion: sum(usages.map(({ completionTokens }) => completionTokens)),
          },
    latencyMs: spread(timed.map(({ latencyMs }) => latencyMs)),
    firstTextMs: spread(timed.map(({ firstTextMs }) => firstTextMs)),
  };
}

/** The same as rows of a table. */
export const tookInWords = ({ tokens, latencyMs, firstTextMs }: Took): string[][] => [
  [
    'tokens of prompts and answers',
    tokens === null
      ? 'not counted'
      : `${String(tokens.prompt)} and ${String(tokens.completion)} in ${String(tokens.counted)} answers`,
  ],
  ['to the first text, median and p95', milliseconds(firstTextMs)],
  ['to the whole answer, median and p95', milliseconds(latencyMs)],
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const spread = (numbers: readonly number[]): Spread => ({
  median: quantile(numbers, 0.5),
  p95: quantile(numbers, 0.95),
});

const milliseconds = ({ median, p95 }: Spread): string =>
  median === null || p95 === null ? '–' : `${median.toFixed(0)} ms, ${p95.toFixed(0)} ms`;
