import type { Comparison, Evidence } from '../api/types';
import { oddsChange } from '../format/odds';

type Side = 'a' | 'b' | 'shared';
type Compared = Comparison['shared'][number];

export interface ComparedRow {
  readonly key: string;
  readonly names: readonly string[];
  /** One of the rows behind it, for the sign and the value that was observed. */
  readonly evidence: Evidence | undefined;
  /** Natural log-odds of the first disease against the second. */
  readonly difference: number;
}

export interface ComparedGroup {
  readonly side: Side;
  readonly rows: readonly ComparedRow[];
  /** Findings that make hardly any difference, summed so that the steps still add up. */
  readonly rest: { readonly count: number; readonly difference: number };
}

const rowOf = ({ from, names, rowsA, rowsB, difference }: Compared): ComparedRow => ({
  key: from.join(),
  names,
  evidence: rowsA[0] ?? rowsB[0],
  difference,
});

const makesDifference = ({ difference }: ComparedRow): boolean => oddsChange(difference).direction !== 'none';

function groupOf(side: Side, compared: readonly Compared[]): ComparedGroup {
  const all = compared.map(rowOf);
  const small = all.filter((row) => !makesDifference(row));
  // A single small finding is shown as itself: a sum of one would only hide its name.
  if (small.length <= 1) return { side, rows: all, rest: { count: 0, difference: 0 } };
  const difference = small.reduce((sum, row) => sum + row.difference, 0);
  return { side, rows: all.filter(makesDifference), rest: { count: small.length, difference } };
}

/** What speaks for the one, for the other, and for both alike; groups without evidence are left out. */
export function comparedGroups({
  forA,
  forB,
  shared,
}: Pick<Comparison, 'forA' | 'forB' | 'shared'>): ComparedGroup[] {
  const groups = [groupOf('a', forA), groupOf('b', forB), groupOf('shared', shared)];
  return groups.filter(({ rows, rest }) => rows.length + rest.count > 0);
}

/** The largest step of a comparison in log-odds: the length of half the scale. */
export const largestStep = (groups: readonly ComparedGroup[], prior: number): number =>
  Math.max(
    Math.abs(prior),
    ...groups.flatMap(({ rows, rest }) => [...rows, rest].map(({ difference }) => Math.abs(difference))),
  );

export interface SeparatingRow {
  readonly findingId: string;
  readonly name: string;
  /** Information between the two diseases, in bits. */
  readonly bits: number;
  readonly outcomes: Comparison['separating'][number]['outcomes'];
}

const MOST_SEPARATING = 5;

/** The findings that would separate the two best. Of present and absent only present is kept: the other is the rest. */
export function separatingRows({ separating }: Pick<Comparison, 'separating'>): SeparatingRow[] {
  return separating.slice(0, MOST_SEPARATING).map(({ findingId, name, bits, outcomes }) => {
    const present = outcomes.filter(({ outcome }) => outcome === 'present');
    return { findingId, name, bits, outcomes: present.length > 0 ? present : outcomes };
  });
}
