/** All numbers that a value can still be; `lo` = `hi` where it is known. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** The interval of a known value. */
export const exactly = (value: number): Interval => ({ lo: value, hi: value });

/** The smallest interval that holds them all. */
export function hull(intervals: readonly Interval[]): Interval {
  return {
    lo: Math.min(...intervals.map(({ lo }) => lo)),
    hi: Math.max(...intervals.map(({ hi }) => hi)),
  };
}

/** `[a.lo + b.lo, a.hi + b.hi]`. */
export const add = (a: Interval, b: Interval): Interval => ({ lo: a.lo + b.lo, hi: a.hi + b.hi });

/** `[a.lo - b.hi, a.hi - b.lo]`. */
export const subtract = (a: Interval, b: Interval): Interval => ({ lo: a.lo - b.hi, hi: a.hi - b.lo });

/** From the least to the greatest of the four products of the ends: signs may change within an interval. */
export function multiply(a: Interval, b: Interval): Interval {
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return { lo: Math.min(...products), hi: Math.max(...products) };
}

/** Unbounded where the divisor can be 0: the check of the knowledge base refuses such a score. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.lo <= 0 && b.hi >= 0) return { lo: -Infinity, hi: Infinity };
  return multiply(a, { lo: 1 / b.hi, hi: 1 / b.lo });
}

/** For functions that never fall. */
export const rising = (a: Interval, f: (value: number) => number): Interval => ({ lo: f(a.lo), hi: f(a.hi) });
