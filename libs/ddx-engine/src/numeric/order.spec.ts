import fc from 'fast-check';
import { highest, sortDescending } from './order';

describe('sortDescending', () => {
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
  const named = (name: string, value: number): { name: string; value: number } => ({ name, value });
  const order = (...items: { name: string; value: number }[]): string =>
    sortDescending(items, ({ value }) => value, byName)
      .map(({ name }) => name)
      .join('');

  it('sorts from high to low', () => {
    expect(order(named('a', 1), named('b', 3), named('c', 2))).toBe('bca');
  });

  it('treats a run whose neighbours differ by rounding as tied, even where its ends differ by more', () => {
    const step = 0.9e-12;
    expect(order(named('c', 1 + 2 * step), named('a', 1), named('b', 1 + step))).toBe('abc');
  });

  it('separates what differs by 1e-12 or more', () => {
    expect(order(named('a', 1), named('b', 1 + 3e-12))).toBe('ba');
  });
});

describe('highest', () => {
  it('gives the head of the full order, ties and excluded values included', () => {
    const value = fc.oneof(
      fc.constantFrom(-Infinity, 0, 1, 1 + 5e-13, 1 + 1e-12, 2),
      fc.double({ min: -5, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (list, count) => {
        const values = Float64Array.from(list);
        const finite = list.flatMap((one, index) => (one > -Infinity ? [index] : []));
        const full = sortDescending(
          finite,
          (index) => list[index] ?? NaN,
          (a, b) => a - b,
        );
        expect(highest(values, count, (a, b) => a - b)).toEqual(full.slice(0, count));
      }),
      { numRuns: 200 },
    );
  });
});
