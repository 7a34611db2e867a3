import { barsOf, PLOT, placeOf } from './histogram';

describe('the histogram of votes', () => {
  it('lets the tallest reach the top and nothing stand where nobody voted', () => {
    const bars = barsOf([0, 10, 20]);
    expect(bars.map(({ height }) => height)).toEqual([0, 60, PLOT.base - PLOT.top]);
    expect(bars.at(-1)?.y).toBe(PLOT.top);
  });

  it('labels the tall ones only', () => {
    expect(barsOf([0, 5, 12, 20]).map(({ labelled }) => labelled)).toEqual([false, false, true, true]);
  });

  it('is flat for a class that gave nothing', () => {
    expect(barsOf([0, 0]).every(({ height, labelled }) => height === 0 && !labelled)).toBe(true);
  });

  it('spans nought to one', () => {
    expect([placeOf(0), placeOf(1)]).toEqual([PLOT.left, PLOT.right]);
  });
});
