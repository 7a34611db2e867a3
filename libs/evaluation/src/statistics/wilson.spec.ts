import fc from 'fast-check';
import { differenceOfShares, wilsonShare } from './wilson';

describe('wilsonShare', () => {
  // Table I of Newcombe, Stat Med 1998;17:857, score method without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d lies between %d and %d', (hits, of, low, high) => {
    const share = wilsonShare({ hits, of });
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
    expect(share.value).toBe(hits / of);
  });

  it('keeps a width where all of a few are hits, and is nothing of nothing', () => {
    expect(wilsonShare({ hits: 5, of: 5 })).toMatchObject({ value: 1, high: 1 });
    expect(wilsonShare({ hits: 5, of: 5 }).low).toBeCloseTo(0.5655, 4);
    expect(wilsonShare({ hits: 0, of: 0 })).toEqual({ value: null, low: null, high: null });
  });
});

describe('differenceOfShares', () => {
  // Example (a) of Newcombe, Stat Med 1998;17:873: 56 of 70 and 48 of 80, method 10.
  it('has the interval of the paper', () => {
    const difference = differenceOfShares({ hits: 56, of: 70 }, { hits: 48, of: 80 });
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
  });

  it('turns its sign with the groups and never leaves -1 to 1', () => {
    const count = fc
      .integer({ min: 1, max: 50 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((hits) => ({ hits, of })));
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = differenceOfShares(one, other);
        const back = differenceOfShares(other, one);
        expect(there.low).toBeCloseTo(-(back.high ?? NaN), 12);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
      }),
      {
        examples: [
          [
            { hits: 0, of: 18 },
            { hits: 41, of: 41 },
          ],
        ],
      },
    );
  });

  it('is nothing where a group is empty', () =>
    expect(differenceOfShares({ hits: 1, of: 2 }, { hits: 0, of: 0 }).value).toBeNull());
});
