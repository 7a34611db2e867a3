import { type CodedRow } from '../evidence/coded-row';
import { sortDescending } from '../numeric/order';
import { sumOf } from '../numeric/sum';

/** Rows of two diseases that stem from the same observations. */
export interface PairedRows {
  /** Observed findings, sorted. */
  readonly origins: readonly number[];
  readonly rowsA: readonly CodedRow[];
  readonly rowsB: readonly CodedRow[];
  /** Contributions to A minus contributions to B. */
  readonly difference: number;
}

interface Part {
  origins: Set<number>;
  readonly rowsA: CodedRow[];
  readonly rowsB: CodedRow[];
}

/**
 * Brings together what the same observations are worth to either disease. By way of is-a two diseases may count one
 * observation as different findings, or several as one; rows that share an observation therefore belong together.
 * Largest difference first.
 */
export function pairEvidence(rowsA: readonly CodedRow[], rowsB: readonly CodedRow[]): PairedRows[] {
  let parts: Part[] = [];
  const add = (row: CodedRow, side: 'rowsA' | 'rowsB'): void => {
    const touching = parts.filter(({ origins }) => row.origins.some((origin) => origins.has(origin)));
    const part = merge(touching);
    part[side].push(row);
    part.origins = new Set([...part.origins, ...row.origins]);
    parts = [...parts.filter((one) => !touching.includes(one)), part];
  };
  rowsA.forEach((row) => add(row, 'rowsA'));
  rowsB.forEach((row) => add(row, 'rowsB'));
  return sortDescending(
    parts.map(paired),
    ({ difference }) => Math.abs(difference),
    (one, other) => (one.origins[0] ?? -1) - (other.origins[0] ?? -1),
  );
}

function merge(parts: readonly Part[]): Part {
  return {
    origins: new Set(parts.flatMap(({ origins }) => [...origins])),
    rowsA: parts.flatMap((part) => part.rowsA),
    rowsB: parts.flatMap((part) => part.rowsB),
  };
}

function paired({ origins, rowsA, rowsB }: Part): PairedRows {
  const worth = (rows: readonly CodedRow[]): number => sumOf(rows, (row) => row.contribution);
  return {
    origins: [...origins].sort((a, b) => a - b),
    rowsA,
    rowsB,
    difference: worth(rowsA) - worth(rowsB),
  };
}
