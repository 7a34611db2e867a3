import { CHART, chartPoints, worstOf } from './score-line';

describe('the line of scores', () => {
  it('puts the best on top and the worst at the bottom', () => {
    expect(chartPoints([2, 1, 0]).map(({ y }) => y)).toEqual([CHART.bottom, 52, CHART.top]);
  });

  it('goes from left to right', () => {
    expect(chartPoints([1, 1, 1]).map(({ x }) => x)).toEqual([CHART.left, 172, CHART.right]);
    expect(chartPoints([1])[0]?.x).toBe(CHART.left);
  });

  it.each([
    [[0.6, 1.1], 1.5],
    [[0.1], 0.5],
    [[7.6], 8],
  ])('ends the scale of %j at %d', (scores, worst) => {
    expect(worstOf(scores)).toBe(worst);
  });
});
