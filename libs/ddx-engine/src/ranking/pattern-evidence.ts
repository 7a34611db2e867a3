import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import { type Entry } from '../evidence/entries';
import { countedFindings, linksOnLine } from '../evidence/family-rows';
import { type LogRatioColumn, logRatioColumn } from './log-ratio-column';

/**
 * The rows of evidence of all diseases that link the same findings of a family. The numbers are left open, those that
 * differ between the diseases as well as the parameters: it holds as long as the case does.
 */
export interface PatternEvidence {
  /** Rows whose number or weight differs between the diseases. */
  readonly rows: readonly PatternRow[];
  /** The other rows: findings left unexplained that restate nothing, as positions in `family.demanding`. */
  readonly settled: readonly number[];
  /** Whether two rows share a group, so that the weaker one counts for less. */
  readonly restates: boolean;
}

export interface PatternRow extends LogRatioColumn {
  /** Which of the findings linked the row counts, as a position among them; -1 for one left unexplained. */
  readonly place: number;
  /** For a finding left unexplained its position in `family.demanding`; -1 for one that is linked. */
  readonly demand: number;
  /** -1 for none. */
  readonly group: number;
}

const NO_LINKS: LogRatioColumn = { logRatios: new Float64Array(), weakened: false };

/**
 * Applies the rules of is-a once for each pattern, through the very code that builds the rows shown.
 *
 * @param relevant the findings on the is-a lines of what was observed; patterns name them by position
 */
export function patternReader(
  compiled: CompiledKnowledge,
  family: FamilyCase,
  relevant: readonly number[],
): (slots: readonly number[]) => PatternEvidence {
  const columnOf = columnCache(compiled);
  const unexplainedRow = (observation: CodedObservation): PatternRow => {
    const group = compiled.findings[observation.finding]?.group ?? -1;
    return patternRow(NO_LINKS, -1, family.demanding.indexOf(observation), group);
  };
  return (slots) => {
    const links = new Map(slots.map((slot, place) => [relevant[slot] ?? -1, place]));
    const relates = (finding: number): boolean => linksOnLine(compiled, links, finding);
    const { linked, unexplained } = countedFindings(compiled, family, { links, relates });
    return evidenceOf([
      ...linked.map((entry) => patternRow(columnOf(entry), links.get(entry.finding) ?? -1, -1, entry.group)),
      ...unexplained.map(unexplainedRow),
    ]);
  };
}

function evidenceOf(all: readonly PatternRow[]): PatternEvidence {
  const restates = (row: PatternRow): boolean =>
    row.group >= 0 && all.some((other) => other !== row && other.group === row.group);
  const rows = all.filter((row) => row.place >= 0 || restates(row));
  return {
    rows,
    settled: all.filter((row) => !rows.includes(row)).map(({ demand }) => demand),
    restates: all.some(restates),
  };
}

function patternRow(
  { logRatios, weakened }: LogRatioColumn,
  place: number,
  demand: number,
  group: number,
): PatternRow {
  return { logRatios, weakened, place, demand, group };
}

/** Patterns of one family count the same few findings: each column is worked out once. */
function columnCache(compiled: CompiledKnowledge): (entry: Entry) => LogRatioColumn {
  const columns = new Map<string, LogRatioColumn>();
  return (entry) => {
    if (entry.certainty === 1) return logRatioColumn(compiled, entry);
    const key = `${entry.finding} ${entry.outcome} ${entry.certainty}`;
    const column = columns.get(key) ?? logRatioColumn(compiled, entry);
    columns.set(key, column);
    return column;
  };
}
