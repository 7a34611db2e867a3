import { evaluate, type EvaluationReport, markdownTable, quantile } from '@openrounds/evaluation';
import { type SecondOpinion } from './second-opinions';

/** How good a model is beside the engine, and what it took. */
export interface LlmReport {
  readonly model: string;
  readonly source: string;
  readonly promptVersions: readonly string[];
  readonly cases: number;
  readonly answered: number;
  /** Why there was no answer, with how often. */
  readonly faults: Readonly<Record<string, number>>;
  readonly engine: EvaluationReport;
  readonly alone: EvaluationReport;
  readonly pooled: EvaluationReport;
  /** Of the answers that say how many; null where none does. */
  readonly tokens: { readonly counted: number; readonly prompt: number; readonly completion: number } | null;
  /** Milliseconds of the answers; of a recording they say nothing. */
  readonly latencyMs: { readonly median: number | null; readonly p95: number | null };
  readonly firstTextMs: { readonly median: number | null; readonly p95: number | null };
}

export function llmReport(
  opinions: readonly SecondOpinion[],
  asked: Pick<LlmReport, 'model' | 'source' | 'engine'>,
): LlmReport {
  const replies = opinions.flatMap(({ reply }) => reply ?? []);
  const usages = replies.flatMap(({ usage }) => usage ?? []);
  const faults = opinions.flatMap(({ fault }) => fault ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const spread = (numbers: readonly number[]) => ({
    median: quantile(numbers, 0.5),
    p95: quantile(numbers, 0.95),
  });
  return {
    ...asked,
    promptVersions: [...new Set(replies.map(({ promptVersion }) => promptVersion))].sort(),
    cases: opinions.length,
    answered: replies.length,
    faults: Object.fromEntries(
      [...new Set(faults)].sort().map((code) => [code, faults.filter((each) => each === code).length]),
    ),
    alone: evaluate(opinions.map(({ model }) => model)),
    pooled: evaluate(opinions.map(({ pooled }) => pooled)),
    tokens:
      usages.length === 0
        ? null
        : {
            counted: usages.length,
            prompt: sum(usages.map(({ promptTokens }) => promptTokens)),
            completion: sum(usages.map(({ completionTokens }) => completionTokens)),
          },
    latencyMs: spread(replies.map(({ latencyMs }) => latencyMs)),
    firstTextMs: spread(replies.map(({ firstTextMs }) => firstTextMs)),
  };
}

/** The same as tables, for people. */
export function llmMarkdown(report: LlmReport): string {
  const { model, source, promptVersions, cases, answered, faults, tokens } = report;
  const lists = [report.engine, report.alone, report.pooled];
  const failed = Object.entries(faults).map(([code, count]) => `${code} ${String(count)}`);
  return [
    '## Language model',
    '',
    `Model \`${model}\` (${source}), ranker version ${promptVersions.join(', ') || '–'}: ${String(answered)} of ` +
      `${String(cases)} cases answered${failed.length === 0 ? '' : ` (${failed.join(', ')})`}.`,
    'A case without an answer is a miss of the model; pooled, it has the list of the engine.',
    '',
    ...markdownTable(
      ['right diagnosis, all cases', 'engine', 'model', 'pooled'],
      (['top1', 'top3', 'top5', 'mrr'] as const).map((figure) => [
        figure,
        ...lists.map(({ overAll }) => decimal(overAll[figure].value)),
      ]),
    ),
    '',
    ...markdownTable(
      ['what it took', 'value'],
      [
        [
          'tokens of prompts and answers',
          tokens === null
            ? 'not counted'
            : `${String(tokens.prompt)} and ${String(tokens.completion)} in ${String(tokens.counted)} answers`,
        ],
        ['to the first text, median and p95', milliseconds(report.firstTextMs)],
        ['to the whole answer, median and p95', milliseconds(report.latencyMs)],
      ],
    ),
    '',
  ].join('\n');
}

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const milliseconds = ({ median, p95 }: LlmReport['latencyMs']): string =>
  median === null || p95 === null ? '–' : `${median.toFixed(0)} ms, ${p95.toFixed(0)} ms`;
