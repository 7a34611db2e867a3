import type { Comparison, Evidence } from '../api/types';

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
}

const rowOf = ({ from, names, rowsA, rowsB, difference }: Compared): ComparedRow => ({
  key: from.join(),
  names,
  evidence: rowsA[0] ?? rowsB[0],
  difference,
});

/** What speaks for the one, for the other, and for both alike; groups without evidence are left out. */
export function comparedGroups(comparison: Pick<Comparison, 'forA' | 'forB' | 'shared'>): ComparedGroup[] {
  const groups: ComparedGroup[] = [
    { side: 'a', rows: comparison.forA.map(rowOf) },
    { side: 'b', rows: comparison.forB.map(rowOf) },
    { side: 'shared', rows: comparison.shared.map(rowOf) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The largest step of a comparison in log-odds: the length of half the scale. */
export const largestStep = (groups: readonly ComparedGroup[], prior: number): number =>
  Math.max(Math.abs(prior), ...groups.flatMap(({ rows }) => rows.map((row) => Math.abs(row.difference))));

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
