import { quantile } from '@openrounds/evaluation';

/** One line of the table: what was measured, and whether it keeps the limit. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly ok: boolean;
}

/** A promise of what a hall may expect, with the figures by which it is judged. */
export interface Verdict {
  /** Its number in docs/life-of-a-round.md. */
  readonly row: number;
  readonly what: string;
  readonly figures: readonly Figure[];
}

export const isMet = ({ figures }: Verdict): boolean => figures.every(({ ok }) => ok);

/** So many of so many. */
export const allOf = (what: string, count: number, of: number): Figure => ({
  what,
  measured: `${String(count)} of ${String(of)}`,
  limit: 'all',
  ok: count === of,
});

/** A figure that may be at most so large; `measured` null: there was nothing to measure. */
export const atMost = (what: string, measured: number | null, limit: number, unit: string): Figure => ({
  what,
  measured: measured === null ? '–' : `${measured.toFixed(unit === 's' ? 2 : 0)} ${unit}`,
  limit: `≤ ${String(limit)} ${unit}`,
  ok: measured !== null && measured <= limit,
});

/** 99th percentile of times in milliseconds, in seconds. */
export function p99Seconds(times: readonly number[]): number | null {
  const found = quantile(times, 0.99);
  return found === null ? null : found / 1000;
}

/** The table as it is printed, one figure a line. */
export function tableOf(figures: readonly Figure[]): string[] {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const measured = Math.max(...figures.map((figure) => figure.measured.length));
  return figures.map(
    (figure) =>
      `${figure.what.padEnd(width)}  ${figure.measured.padStart(measured)}  ${figure.limit}  ${figure.ok ? 'ok' : 'NOT MET'}`,
  );
}

/** Promises as they are printed, each with its figures and a verdict. */
export const linesOf = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap((verdict) => [
    `row ${String(verdict.row)}: ${verdict.what}`,
    ...tableOf(verdict.figures).map((line) => `  ${line}`),
    `row ${String(verdict.row)}: ${isMet(verdict) ? 'met' : 'NOT MET'}`,
  ]);
