import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { rowsInOrder } from '../evidence/evidence-row';
import { type ScoredCase } from '../ranking/scored-case';
import { BY_PROBABILITY, BY_RATIO, columnsOf, type DrawnRow, FIXED, type RowColumns } from './drawn-rows';
import { UncertainNumbers } from './uncertain-numbers';

/** A disease whose numbers are drawn; its rows are a range of the plan's columns. */
export interface DrawnDisease {
  readonly disease: number;
  readonly priorContribution: number;
  /** Place of the deviation of ln prior. */
  readonly prior: number;
  /** First row, and the end of those that count by themselves. */
  readonly begin: number;
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
    const { alone, restating } = splitRows(compiled, scored, disease);
    const begin = rows.length;
    rows.push(...alone.map((row) => planRow(compiled, scored, numbers, row)));
    const restatingFrom = rows.length;
    const groupEnds = restating.map((group) => {
      mostRestating = Math.max(mostRestating, group.length);
      return rows.push(...group.map((row) => planRow(compiled, scored, numbers, row)));
    });
    const priorContribution = scored.priorContributions[disease] ?? -Infinity;
    return { disease, priorContribution, prior: numbers.logPrior(disease), begin, restatingFrom, groupEnds };
  });
  return { numbers, rows: columnsOf(rows), diseases: planned, mostRestating };
}

interface SplitRows {
  readonly alone: readonly CodedRow[];
  /** By group. */
  readonly restating: readonly (readonly CodedRow[])[];
}

function splitRows(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): SplitRows {
  const rows = rowsInOrder(compiled, scored.parameters, scored.coded, disease).sort(
    (a, b) => a.finding - b.finding || a.outcome - b.outcome,
  );
  const groups = new Map<number, CodedRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const isAlone = ({ group }: CodedRow): boolean => group < 0 || groups.get(group)?.length === 1;
  return {
    alone: rows.filter(isAlone),
    restating: [...groups].filter(([group, list]) => group >= 0 && list.length > 1).map(([, list]) => list),
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
