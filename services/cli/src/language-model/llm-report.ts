import { evaluate, type EvaluationReport, markdownTable } from '@openrounds/evaluation';
import { countsOf } from './counts';
import { type SecondOpinion } from './second-opinions';
import { tookInWords, type Took, tookOf } from './took';

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
  readonly took: Took;
}

export function llmReport(
  opinions: readonly SecondOpinion[],
  asked: Pick<LlmReport, 'model' | 'source' | 'engine'>,
): LlmReport {
  const replies = opinions.flatMap(({ reply }) => reply ?? []);
  return {
    ...asked,
    promptVersions: [...new Set(replies.map(({ promptVersion }) => promptVersion))].sort(),
    cases: opinions.length,
    answered: replies.length,
    faults: countsOf(opinions.flatMap(({ fault }) => fault ?? [])),
    alone: evaluate(opinions.map(({ model }) => model)),
    pooled: evaluate(opinions.map(({ pooled }) => pooled)),
    took: tookOf(replies),
  };
}

/** The same as tables, for people. */
export function llmMarkdown(report: LlmReport): string {
  const { model, source, promptVersions, cases, answered, faults } = report;
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
    ...markdownTable(['what it took', 'value'], tookInWords(report.took)),
    '',
  ].join('\n');
}

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
