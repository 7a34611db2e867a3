import { scaleLinear } from 'd3-scale';

/** Maps log-odds to a percentage of the chart's width, with a little air at both ends. */
export function oddsScale([low, high]: readonly [number, number]): (logOdds: number) => number {
  const air = Math.max((high - low) * 0.04, 0.2);
  return scaleLinear([low - air, high + air], [0, 100]);
}
