/** A point of the chart, in its units. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export const CHART = { width: 320, height: 104, left: 44, right: 300, top: 12, bottom: 92 } as const;

/** The end of the scale: the worst score, rounded up to a half. */
export const worstOf = (scores: readonly number[]): number =>
  Math.max(0.5, Math.ceil(Math.max(...scores) * 2) / 2);

/** Where the scores stand: best (0) on top, stages from left to right. */
export function chartPoints(scores: readonly number[]): ChartPoint[] {
  const worst = worstOf(scores);
  const step = scores.length > 1 ? (CHART.right - CHART.left) / (scores.length - 1) : 0;
  return scores.map((score, at) => ({
    x: CHART.left + at * step,
    y: CHART.top + (score / worst) * (CHART.bottom - CHART.top),
  }));
}
