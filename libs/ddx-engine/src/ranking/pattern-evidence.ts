import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { linksOnLine, type UnweighedRow, unweighedRows } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { type LogRatioColumn, logRatioColumn } from './log-ratio-column';

/** The rows of evidence of all diseases that link the same findings of a family, the numbers left open. */
export interface PatternEvidence {
  readonly rows: readonly PatternRow[];
  /** Whether two rows share a group, so that the weaker one counts for less. */
  readonly restates: boolean;
}

export interface PatternRow {
  /** Which of the findings linked the row counts, as a position among them; -1 for one left unexplained. */
  readonly place: number;
  readonly column: LogRatioColumn;
  /** The same for a finding left unexplained. */
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
  const columns = new Map<string, LogRatioColumn>();
  const columnOf = (row: UnweighedRow): LogRatioColumn => {
    const key = `${row.finding} ${row.outcome} ${row.certainty}`;
    const column = columns.get(key) ?? logRatioColumn(compiled, parameters, row);
    columns.set(key, column);
    return column;
  };
  return (slots) => {
    const links = new Map(slots.map((slot, place) => [relevant[slot] ?? -1, place]));
    const rows = unweighedRows(compiled, parameters, family, {
      links,
      logRatioOf: () => 0,
      relates: (finding) => linksOnLine(compiled, links, finding),
    }).map((row) => ({
      place: row.link,
      column: row.link < 0 ? NO_LINKS : columnOf(row),
      unexplained: row.logLikelihoodRatio,
      group: row.group,
    }));
    const groups = rows.map(({ group }) => group).filter((group) => group >= 0);
    return { rows, restates: new Set(groups).size < groups.length };
  };
}
