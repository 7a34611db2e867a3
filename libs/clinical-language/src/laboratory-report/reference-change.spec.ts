import fc from 'fast-check';
import { isSignificant, referenceChange } from './reference-change';

const variation = (withinSubject: number, analytical: number) => ({
  withinSubject,
  analytical,
  source: 'estimate',
});
const variations = fc
  .tuple(fc.double({ min: 0.1, max: 60, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }))
  .map(([within, assay]) => variation(within, assay));
const values = fc.double({ min: 0.01, max: 10_000, noNaN: true });

describe('referenceChange', () => {
  it('is √2 · 1.96 · √(CVa² + CVi²)', () => {
    expect(referenceChange(variation(5, 2.5)).value).toBeCloseTo(
      Math.sqrt(2) * 1.96 * Math.sqrt(0.05 ** 2 + 0.025 ** 2),
      12,
    );
    expect(referenceChange(variation(4, 3)).value).toBeCloseTo(0.138593, 6);
  });

  it('stands for nearly the same rise and fall where variation is small', () => {
    const { value, rise, fall } = referenceChange(variation(0.6, 0.9));
    expect(rise).toBeCloseTo(value, 3);
    expect(fall).toBeCloseTo(-value, 3);
  });

  it('can be met by a fall however large variation is', () => {
    const { value, fall } = referenceChange(variation(42, 5));
    expect(value).toBeGreaterThan(1);
    expect(fall).toBeGreaterThan(-1);
  });

  it('grows with either variation', () => {
    fc.assert(
      fc.property(variations, fc.double({ min: 0.1, max: 10, noNaN: true }), (given, more) => {
        const now = referenceChange(given);
        const wider = referenceChange(variation(given.withinSubject + more, given.analytical));
        const rougher = referenceChange(variation(given.withinSubject, given.analytical + more));
        for (const then of [wider, rougher]) {
          expect(then.value).toBeGreaterThan(now.value);
          expect(then.rise).toBeGreaterThan(now.rise);
          expect(then.fall).toBeLessThan(now.fall);
        }
      }),
    );
  });
});

describe('isSignificant', () => {
  it('takes a rise and the fall back alike, in whatever unit', () => {
    fc.assert(
      fc.property(variations, values, values, fc.integer({ min: -6, max: 6 }), (given, a, b, power) => {
        const change = referenceChange(given);
        // Powers of two change no digit, so that a case on the limit stays there.
        const scale = 2 ** power;
        expect(isSignificant(b, a, change)).toBe(isSignificant(a, b, change));
        expect(isSignificant(a * scale, b * scale, change)).toBe(isSignificant(a, b, change));
        expect(isSignificant(a, a, change)).toBe(false);
      }),
    );
  });

  it('keeps to the limits that it states', () => {
    fc.assert(
      fc.property(variations, values, (given, earlier) => {
        const change = referenceChange(given);
        expect(isSignificant(earlier, earlier * (1 + change.rise) * 1.0001, change)).toBe(true);
        expect(isSignificant(earlier, earlier * (1 + change.rise) * 0.9999, change)).toBe(false);
        expect(isSignificant(earlier, earlier * (1 + change.fall) * 0.9999, change)).toBe(true);
        expect(isSignificant(earlier, earlier * (1 + change.fall) * 1.0001, change)).toBe(false);
      }),
    );
  });
});
