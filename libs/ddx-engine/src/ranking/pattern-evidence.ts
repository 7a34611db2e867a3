import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { linksOnLine, type UnweighedRow, unweighedRows } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { sumOf } from '../numeric/sum';
import { type LogRatioColumn, logRatioColumn } from './log-ratio-column';

/** The rows of evidence of all diseases that link the same findings of a family, the numbers left open. */
export interface PatternEvidence {
  /** Rows whose number or weight differs between the diseases. */
  readonly rows: readonly PatternRow[];
  /** Sum of the log likelihood ratios of the other rows: findings left unexplained that restate nothing. */
  readonly settled: number;
  /** Whether two rows share a group, so that the weaker one counts for less. */
  readonly restates: boolean;
}

export interface PatternRow extends LogRatioColumn {
  /** Which of the findings linked the row counts, as a position among them; -1 for one left unexplained. */
  readonly place: number;
  /** Natural log of the likelihood ratio of a finding left unexplained. */
  readonly unexplained: number;
  /** -1 for none. */
  readonly group: number;
}

const NO_LINKS: LogRatioColumn = { logRatios: new Float64Array(), weight: 1 };

/**
 * Applies the rules of is-a once for each pattern, through the very code that builds the rows shown.
 *
 * @param relevant the findings on the is-a lines of what was observed; patterns name them by position
 */
export function patternReader(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
  relevant: readonly number[],
): (slots: readonly number[]) => PatternEvidence {
  const columnOf = columnCache(compiled, parameters);
  return (slots) => {
    const links = new Map(slots.map((slot, place) => [relevant[slot] ?? -1, place]));
    const all = unweighedRows(compiled, parameters, family, {
      links,
      logRatioOf: () => 0,
      relates: (finding) => linksOnLine(compiled, links, finding),
    });
    const isSettled = (row: UnweighedRow): boolean =>
      row.link < 0 && !all.some((other) => other !== row && row.group >= 0 && other.group === row.group);
    const open = all.filter((row) => !isSettled(row));
    return {
      rows: open.map((row) => patternRow(row, row.link < 0 ? NO_LINKS : columnOf(row))),
      settled: sumOf(all.filter(isSettled), (row) => row.logLikelihoodRatio),
      restates: open.some(({ group }, at) => group >= 0 && open.findIndex((one) => one.group === group) < at),
    };
  };
}

function patternRow(
  { link, logLikelihoodRatio, group }: UnweighedRow,
  { logRatios, weight }: LogRatioColumn,
): PatternRow {
  return { place: link, logRatios, weight, unexplained: logLikelihoodRatio, group };
}

/** Patterns of one family count the same few findings: each column is worked out once. */
function columnCache(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
): (row: UnweighedRow) => LogRatioColumn {
  const columns = new Map<string, LogRatioColumn>();
  return (row) => {
    if (row.certainty === 1) return logRatioColumn(compiled, parameters, row);
    const key = `${row.finding} ${row.outcome} ${row.certainty}`;
    const column = columns.get(key) ?? logRatioColumn(compiled, parameters, row);
    columns.set(key, column);
    return column;
  };
}
