import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type PresentingProblem } from '../../schema/presenting-problem';
import { type Rule } from '../check-context';
import { complaintTables, type ComplaintTable } from '../complaints';

/** Share of the probability among diseases that must lie in those listed for the problem. */
const LISTED_AT_LEAST = 0.6;
/** The most that a disease may get which is not listed. */
const UNLISTED_AT_MOST = 0.02;

/**
 * The rarest complaint that can be judged. Probabilities below 0.005 count as 0.005, so the most that the absence of a
 * rarer complaint from a disease can say is less than leaving it unexplained: no number in a file could mend its table.
 */
const RAREST = 0.0125;

/** A complaint alone leads to the diseases that are taught for it. */
export const complaints: Rule = {
  id: 'complaints',
  kind: 'coherence',
  check: (context) => {
    if (!context.engine) return [];
    const tables = complaintTables(context.engine, context.folder.targets);
    return context.folder.problems.flatMap((entry) =>
      problemsOf(
        entry,
        tables.filter((table) => table.problemId === entry.id),
      ),
    );
  },
};

function problemsOf(entry: Located<PresentingProblem>, tables: readonly ComplaintTable[]): Problem[] {
  const unwritten = tables[0]?.unwritten ?? [];
  if (unwritten.length > 0) {
    const message = `not judged until its tier-1 diseases have files: ${unwritten.join(', ')}`;
    return [problemAt(entry, 'complaints', 'incomplete', message)];
  }
  return tables.flatMap((table) => judged(entry, table));
}

function judged(entry: Located<PresentingProblem>, table: ComplaintTable): Problem[] {
  const severity = table.baseline < RAREST ? 'warning' : 'error';
  return [
    ...(table.listedShare >= LISTED_AT_LEAST
      ? []
      : [
          problemAt(
            entry,
            'complaints',
            severity,
            `${table.setting}: only ${percent(table.listedShare)} listed`,
          ),
        ]),
    ...table.rows
      .filter((row) => !row.listed && row.share > UNLISTED_AT_MOST)
      .map((row) => {
        const message = `${table.setting}: "${row.diseaseId}" is not listed and gets ${percent(row.share)}`;
        return problemAt(entry, 'complaints', severity, message);
      }),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toPrecision(2)} %`;
}
