import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { type CodedRow } from '../evidence/coded-row';
import { rowsOf } from '../evidence/rows-of-case';
import { sumOf } from '../numeric/sum';
import { type ScoredCase } from '../ranking/scored-case';
import { BY_PROBABILITY, BY_RATIO, columnsOf, type DrawnRow, FIXED, type RowColumns } from './drawn-rows';
import { UncertainNumbers } from './uncertain-numbers';

/** A disease whose numbers are drawn; its rows are a range of the plan's columns. */
export interface DrawnDisease {
  readonly disease: number;
  readonly priorContribution: number;
  /** Place of the deviation of ln prior. */
  readonly prior: number;
  /** Sum of the log likelihood ratios that hang on nothing drawn and restate nothing. */
  readonly settled: number;
  /** First row: those by probability that count fully, then those that nu weakens, then the others, then the groups. */
  readonly begin: number;
  readonly absentFrom: number;
  readonly othersFrom: number;
  readonly restatingFrom: number;
  /** The end of each group of rows that restate each other. */
  readonly groupEnds: readonly number[];
}

/** What has to be drawn, and how the scores of the diseases follow from it. */
export interface DrawPlan {
  readonly numbers: UncertainNumbers;
  readonly rows: RowColumns;
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
  const rows: DrawnRow[] = [];
  let mostRestating = 0;
  const planned = diseases.map((disease): DrawnDisease => {
    const split = splitRows(compiled, scored, disease);
    const plan = (row: CodedRow): DrawnRow => planRow(compiled, scored, numbers, row);
    const alone = split.alone.map(plan);
    const begin = rows.length;
    const absentFrom = rows.push(...alone.filter((row) => row.kind === BY_PROBABILITY && !row.isAbsence));
    const othersFrom = rows.push(...alone.filter((row) => row.kind === BY_PROBABILITY && row.isAbsence));
    const restatingFrom = rows.push(...alone.filter((row) => row.kind === BY_RATIO));
    const groupEnds = split.restating.map((group) => {
      mostRestating = Math.max(mostRestating, group.length);
      return rows.push(...group.map(plan));
    });
    const settled = sumOf(
      alone.filter((row) => row.kind === FIXED),
      ({ fixed }) => fixed,
    );
    const priorContribution = scored.priorContributions[disease] ?? -Infinity;
    const prior = numbers.logPrior(disease);
    return {
      disease,
      priorContribution,
      prior,
      settled,
      begin,
      absentFrom,
      othersFrom,
      restatingFrom,
      groupEnds,
    };
  });
  return { numbers, rows: columnsOf(rows), diseases: planned, mostRestating };
}

interface SplitRows {
  readonly alone: readonly CodedRow[];
  /** By group. */
  readonly restating: readonly (readonly CodedRow[])[];
}

function splitRows(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): SplitRows {
  const rows = rowsOf(compiled, scored, disease)
    .flat()
    .sort((a, b) => a.finding - b.finding || a.outcome - b.outcome);
  const groups = new Map<number, CodedRow[]>();
  for (const row of rows) {
    if (row.group < 0) continue;
    const group = groups.get(row.group);
    if (group === undefined) groups.set(row.group, [row]);
    else group.push(row);
  }
  return {
    alone: rows.filter(({ group }) => group < 0 || groups.get(group)?.length === 1),
    restating: [...groups.values()].filter((list) => list.length > 1),
  };
}

function planRow(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  numbers: UncertainNumbers,
  { finding, outcome, certainty, link, logLikelihoodRatio: fixed }: CodedRow,
): DrawnRow {
  const isAbsence = (compiled.findings[finding]?.binary ?? false) && outcome === ABSENT;
  const factor = isAbsence ? parameters.nu : 1;
  const known = compiled.links[link];
  if (known === undefined || Number.isNaN(numberOfLink(compiled, link, 'logRatio', outcome))) {
    return { kind: FIXED, fixed, given: -1, baseline: -1, isAbsence, certainty, factor };
  }
  if (known.byRatio) {
    const baseline = certainty === 1 ? -1 : numbers.baseline(finding, outcome);
    const given = numbers.logRatio(link, outcome);
    return { kind: BY_RATIO, fixed, given, baseline, isAbsence, certainty, factor };
  }
  const given = numbers.probability(link, outcome);
  const baseline = numbers.baseline(finding, outcome);
  return { kind: BY_PROBABILITY, fixed, given, baseline, isAbsence, certainty, factor };
}
