import { bootstrap, clustersBy } from './bootstrap';
import { mean, quantile } from './quantile';
import { sampleWithout, seededRandom } from './random';

describe('quantile', () => {
  it.each([
    [0, 1],
    [0.5, 2.5],
    [1 / 3, 2],
    [1, 4],
  ])('%d of 1 2 3 4 is %d', (share, expected) =>
    expect(quantile([4, 1, 3, 2], share)).toBeCloseTo(expected, 12),
  );

  it('of nothing is nothing', () => expect(quantile([], 0.5)).toBeNull());
});

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('spreads them evenly over [0, 1)', () => {
    const random = seededRandom(1);
    const numbers = Array.from({ length: 20_000 }, random);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    for (const tenth of [0, 0.1, 0.5, 0.9]) {
      const share = numbers.filter((number) => number >= tenth && number < tenth + 0.1).length / 20_000;
      expect(share).toBeCloseTo(0.1, 1);
    }
  });

  it('draws exactly as many as wanted, in their order', () => {
    const drawn = sampleWithout([1, 2, 3, 4, 5, 6], 3, seededRandom(3));
    expect(drawn).toHaveLength(3);
    expect(drawn).toEqual([...drawn].sort());
    expect(sampleWithout([1, 2], 2, seededRandom(3))).toEqual([1, 2]);
  });
});

describe('bootstrap', () => {
  const measure = (sample: readonly number[]) => ({ mean: mean(sample), missing: null });

  it('gives the figure of the sample, and a range around it that the normal theory confirms', () => {
    // 100 of 400 are 1: standard error of the share is √(0.25 · 0.75 / 400) = 0.0217
    const clusters = Array.from({ length: 400 }, (_each, index) => [index % 4 === 0 ? 1 : 0]);
    const figures = bootstrap(clusters, measure);
    expect(figures.mean.value).toBe(0.25);
    expect(figures.mean.low).toBeCloseTo(0.25 - 1.96 * 0.0217, 1.7);
    expect(figures.mean.high).toBeCloseTo(0.25 + 1.96 * 0.0217, 1.7);
    expect(figures.missing).toEqual({ value: null, low: null, high: null });
    expect(bootstrap(clusters, measure)).toEqual(figures);
  });

  it('draws clusters whole: what always goes together widens the range', () => {
    const width = (clusters: number[][]) => {
      const { low, high } = bootstrap(clusters, measure).mean;
      return (high ?? 0) - (low ?? 0);
    };
    const single = Array.from({ length: 40 }, (_each, index) => [index % 2]);
    const together = [0, 1, 0, 1].map((value) => Array.from({ length: 10 }, () => value));
    expect(width(together)).toBeGreaterThan(2 * width(single));
  });

  it('clusters by key in the order of the first', () => {
    expect(clustersBy(['b1', 'a1', 'b2'], ([letter]) => letter ?? '')).toEqual([['b1', 'b2'], ['a1']]);
  });
});
