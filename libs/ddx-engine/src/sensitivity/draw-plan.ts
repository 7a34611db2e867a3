import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { rowsInOrder } from '../evidence/evidence-row';
import { type ScoredCase } from '../ranking/scored-case';
import { UncertainNumbers } from './uncertain-numbers';

/** How the value of a row comes out of the numbers drawn. */
export const FIXED = 0;
export const BY_PROBABILITY = 1;
export const BY_RATIO = 2;

/** One row of evidence of a disease whose numbers are drawn. */
export interface DrawnRow {
  readonly kind: typeof FIXED | typeof BY_PROBABILITY | typeof BY_RATIO;
  /** The log likelihood ratio of a fixed row. */
  readonly fixed: number;
  /** Index of P(finding | disease) as a logit, or of the ln likelihood ratio; -1 for a fixed row. */
  readonly given: number;
  /** Index of the baseline as a logit; -1 where it plays no part. */
  readonly baseline: number;
  /** -1 where the outcome is the absence of the finding whose probability the logits are of, else 1. */
  readonly orientation: 1 | -1;
  readonly certainty: number;
  /** nu for an absent finding, else 1. */
  readonly factor: number;
}

export interface DrawnDisease {
  readonly disease: number;
  readonly priorContribution: number;
  /** Index of the deviation of ln prior. */
  readonly prior: number;
  /** Rows that count by themselves. */
  readonly alone: readonly DrawnRow[];
  /** Rows that restate each other, by group. */
  readonly restating: readonly (readonly DrawnRow[])[];
}

/** What has to be drawn, and how the scores of the diseases follow from it. */
export interface DrawPlan {
  readonly numbers: UncertainNumbers;
  readonly diseases: readonly DrawnDisease[];
  /** The most rows that restate each other in one disease. */
  readonly mostRestating: number;
}

/**
 * Collects the numbers behind the scores of these diseases. A number that several rows rest on, such as a baseline,
 * is there once, so that one draw of it serves them all.
 */
export function planDraws(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  diseases: readonly number[],
): DrawPlan {
  const numbers = new UncertainNumbers(compiled);
  const planned = diseases.map((disease) => planDisease(compiled, scored, numbers, disease));
  const groupSizes = planned.flatMap(({ restating }) => restating.map((rows) => rows.length));
  return { numbers, diseases: planned, mostRestating: Math.max(0, ...groupSizes) };
}

function planDisease(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  numbers: UncertainNumbers,
  disease: number,
): DrawnDisease {
  const rows = rowsInOrder(compiled, scored.parameters, scored.coded, disease).sort(
    (a, b) => a.finding - b.finding || a.outcome - b.outcome,
  );
  const groupSize = new Map<number, number>();
  for (const { group } of rows) groupSize.set(group, (groupSize.get(group) ?? 0) + 1);
  const isRestated = ({ group }: CodedRow): boolean => group >= 0 && (groupSize.get(group) ?? 0) > 1;
  const planned = (row: CodedRow): DrawnRow => planRow(compiled, scored, numbers, row);
  const groups = [...new Set(rows.filter(isRestated).map(({ group }) => group))];
  return {
    disease,
    priorContribution: scored.priorContributions[disease] ?? -Infinity,
    prior: numbers.logPrior(disease),
    alone: rows.filter((row) => !isRestated(row)).map(planned),
    restating: groups.map((group) => rows.filter((row) => row.group === group).map(planned)),
  };
}

function planRow(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  numbers: UncertainNumbers,
  row: CodedRow,
): DrawnRow {
  const { finding, outcome, certainty, link, logLikelihoodRatio } = row;
  const isAbsence = (compiled.findings[finding]?.binary ?? false) && outcome === ABSENT;
  const common = {
    fixed: logLikelihoodRatio,
    certainty,
    factor: isAbsence ? parameters.nu : 1,
    orientation: isAbsence ? -1 : 1,
  } as const;
  const known = compiled.links[link];
  if (known === undefined || Number.isNaN(known.logRatio[outcome] ?? NaN)) {
    return { ...common, kind: FIXED, given: -1, baseline: -1 };
  }
  if (known.byRatio) {
    const baseline = certainty === 1 ? -1 : numbers.baseline(finding, outcome);
    return { ...common, kind: BY_RATIO, given: numbers.logRatio(link, outcome), baseline };
  }
  const given = numbers.probability(link, outcome);
  return { ...common, kind: BY_PROBABILITY, given, baseline: numbers.baseline(finding, outcome) };
}
