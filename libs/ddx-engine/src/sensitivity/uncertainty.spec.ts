import { deviationOfLogit, deviationOfLogPrior, deviationOfLogRatio } from './uncertainty';

describe('how far numbers may be off', () => {
  it('is more for each weaker grade', () => {
    const grades = ['A', 'B', 'C', 'D'] as const;
    expect(grades.map(deviationOfLogPrior)).toEqual([0.2, 0.4, 0.7, 1]);
    expect(grades.map(deviationOfLogRatio)).toEqual([0.1, 0.2, 0.35, 0.55]);
    expect(grades.map((grade) => deviationOfLogit(0.5, grade) ** -2 * 4)).toEqual([
      expect.closeTo(200, 9),
      expect.closeTo(60, 9),
      expect.closeTo(20, 9),
      expect.closeTo(8, 9),
    ]);
  });

  it('is least on the logit scale for a probability of one half', () => {
    expect(deviationOfLogit(0.5, 'B')).toBeLessThan(deviationOfLogit(0.1, 'B'));
    expect(deviationOfLogit(0.1, 'B')).toBeCloseTo(deviationOfLogit(0.9, 'B'), 12);
  });
});
