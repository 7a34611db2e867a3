import { uniformSource } from '../../test/uniform-source';
import { normalDeviates } from './normal-deviates';
import { quantile } from './quantile';
import { hashText, wordSource, xoshiro128 } from './random';

function next(fill: (into: Float64Array) => void, count: number): number[] {
  const values = new Float64Array(count);
  fill(values);
  return [...values];
}

describe('hashText', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('gives the published FNV-1a value of "%s"', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  it('tells texts beyond ASCII apart', () => {
    expect(hashText('胸痛')).not.toBe(hashText('头痛'));
  });
});

describe('xoshiro128', () => {
  it('gives the reference output for the state 1, 2, 3, 4', () => {
    const fill = xoshiro128(Uint32Array.of(1, 2, 3, 4));
    const words = (count: number): number[] => {
      const into = new Uint32Array(count);
      fill(into);
      return [...into];
    };
    expect(words(3)).toEqual([11520, 0, 5927040]);
    expect(words(1)).toEqual([70819200]);
  });
});

describe('uniformSource', () => {
  it('repeats itself for the same seed and for no other', () => {
    const first = (seed: number): number[] => next(uniformSource(seed), 5);
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  it('fills the unit interval evenly, its ends excluded', () => {
    const tenths = new Array<number>(10).fill(0);
    const values = next(uniformSource(1), 100_000);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    for (const value of values) {
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe('normalDeviates', () => {
  it('gives the same stream in whatever portions it is taken', () => {
    const [whole, parts] = [normalDeviates(wordSource(4)), normalDeviates(wordSource(4))];
    expect([1, 2, 5, 0, 600, 3].flatMap((count) => next(parts, count))).toEqual(next(whole, 611));
  });

  it('has the moments of the standard normal distribution', () => {
    const sample = next(normalDeviates(wordSource(2)), 100_000);
    const moment = (power: number): number =>
      sample.reduce((sum, value) => sum + value ** power, 0) / sample.length;
    expect(moment(1)).toBeCloseTo(0, 1);
    expect(moment(2)).toBeCloseTo(1, 1);
    expect(moment(3)).toBeCloseTo(0, 1);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
  });

  it('follows the standard normal distribution, in its middle, at its shoulders and in its tails', () => {
    const count = 1_000_000;
    const sample = Float64Array.from(next(normalDeviates(wordSource(5)), count)).sort();
    // P(Z < z), as tables of the distribution give it
    const shares: readonly (readonly [number, number])[] = [
      [-3.5, 0.000232629],
      [-3, 0.001349898],
      [-2, 0.022750132],
      [-1, 0.158655254],
      [-0.25, 0.401293674],
      [0, 0.5],
      [0.5, 0.691462461],
      [1.5, 0.933192799],
      [2.5, 0.993790335],
      [4, 0.999968329],
    ];
    for (const [z, expected] of shares) {
      const share = sample.findLastIndex((value) => value < z) / count;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
    }
  });

  it('has 5 % of its values beyond 1.645', () => {
    const sample = Float64Array.from(next(normalDeviates(wordSource(3)), 100_000)).sort();
    expect(Math.abs(quantile(sample, 0.95) - 1.645)).toBeLessThan(0.02);
    expect(Math.abs(quantile(sample, 0.05) + 1.645)).toBeLessThan(0.02);
  });
});

describe('quantile', () => {
  it.each([
    [0, 1],
    [0.25, 2],
    [0.5, 3],
    [0.9, 4.6],
    [1, 5],
  ])('interpolates between the order statistics: %d of 1..5 is %d', (share, value) => {
    expect(quantile(Float64Array.of(1, 2, 3, 4, 5), share)).toBeCloseTo(value, 12);
  });
});
