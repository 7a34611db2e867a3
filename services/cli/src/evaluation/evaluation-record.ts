import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseMix } from '@openrounds/contracts';
import { type Estimate, type EvaluationReport } from '@openrounds/evaluation';
import { type Evaluation, type MeasuredSet } from '@openrounds/knowledge';
import { evaluationSchema } from '@openrounds/knowledge/authoring';
import { parse, stringify } from 'yaml';
import { type Fairness } from '../fairness/fairness';
import { UnusableArgument } from '../surroundings';

const FILE = 'evaluation.yaml';
const HEADER = [
  '# What the last recorded evaluations found. Written by `npm run openrounds -- evaluate … --record`; changes no ranking.',
  '# Shares 0..1 with 95 % intervals; docs/accuracy.md says how they are measured and how to read them.',
].join('\n');

/** What was measured, of which cases and by which knowledge. */
export interface Measured {
  readonly name: string;
  readonly caseMix: CaseMix;
  readonly knowledge: string;
  /** ISO date. */
  readonly date: string;
  readonly report: EvaluationReport;
  readonly fairness: Fairness;
}

/**
 * Writes figures into `evaluation.yaml` of the knowledge folder, in place of those of the same cases; the rest stays.
 *
 * @throws UnusableArgument where the file that is there cannot be read
 */
export function recordEvaluation(knowledgeDir: string, measured: Measured): void {
  const path = join(knowledgeDir, FILE);
  const set = measuredSet(measured);
  const others = existsSync(path) ? setsOf(path).filter(({ name }) => name !== set.name) : [];
  const evaluation: Evaluation = { sets: [...others, set] };
  writeFileSync(path, `${HEADER}\n${stringify(evaluation, { lineWidth: 0 })}`);
}

function setsOf(path: string): readonly MeasuredSet[] {
  const read = evaluationSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new UnusableArgument(`${path} is no record of evaluations: mend or remove it`);
  return read.data.sets;
}

const measuredSet = ({ report, fairness, name, caseMix, knowledge, date }: Measured): MeasuredSet => ({
  name,
  measuredOn: date,
  knowledge,
  caseMix,
  cases: report.cases,
  diagnoses: report.diagnoses,
  top1: rounded(report.overAll.top1),
  top3: rounded(report.overAll.top3),
  top5: rounded(report.overAll.top5),
  mustNotMissCases: report.mustNotMiss.cases,
  mustNotMissRecall: rounded(report.mustNotMiss.recall),
  calibrationError: rounded(report.calibration.expectedError),
  slope: rounded(report.calibration.slope),
  groups: fairness.groups.flatMap(({ attribute, groups }) =>
    groups.map(({ value, cases, top3 }) => ({ attribute, value, cases, top3: rounded(top3) })),
  ),
  swaps: fairness.swaps.map(({ sides: [first, second], neutral, held }) => ({
    sides: [first, second],
    neutralPairs: neutral.pairs,
    neutralTop3Difference: rounded(neutral.top3.difference),
    pairs: held.pairs,
    competitorsAlone: rounded(held.probability.difference),
  })),
});

const rounded = ({ value, low, high }: Estimate): Estimate => ({
  value: round(value),
  low: round(low),
  high: round(high),
});
const round = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(3)));
