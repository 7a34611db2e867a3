/** Width of a bin in points. */
export const BIN_WIDTH = 5;

const BINS = 100 / BIN_WIDTH;

/** Counts of points in bins of five: 0–4, 5–9, …, 95–100. */
export type Histogram = readonly number[];

export const NO_VOTES: Histogram = Array.from({ length: BINS }, () => 0);

/** The bin in which points fall. */
export function binOf(points: number): number {
  return Math.min(BINS - 1, Math.floor(points / BIN_WIDTH));
}

export function mergeHistograms(one: Histogram, two: Histogram): Histogram {
  return one.map((count, bin) => count + (two[bin] ?? 0));
}
