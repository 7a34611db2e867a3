/** One bar of the histogram, in the units of the chart. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Whether the count stands on it: few labels, on the tall ones. */
  readonly labelled: boolean;
}

/** Above `top` stand a row for the engine's number and, under it, one for the count of the tallest bar. */
export const PLOT = { width: 1180, height: 222, base: 182, top: 62, left: 10, right: 1170 } as const;
const GAP = 8;
const LABELLED_FROM = 0.6;

/** Bars for counts in equal bins; the tallest reaches the top. */
export function barsOf(counts: readonly number[]): Bar[] {
  const most = Math.max(1, ...counts);
  const step = (PLOT.right - PLOT.left) / Math.max(1, counts.length);
  return counts.map((count, at) => {
    const height = (count / most) * (PLOT.base - PLOT.top);
    return {
      x: PLOT.left + at * step + GAP / 2,
      y: PLOT.base - height,
      width: step - GAP,
      height,
      count,
      labelled: count > 0 && count >= most * LABELLED_FROM,
    };
  });
}

/** Where a probability stands on the axis. */
export const placeOf = (probability: number): number => PLOT.left + probability * (PLOT.right - PLOT.left);
