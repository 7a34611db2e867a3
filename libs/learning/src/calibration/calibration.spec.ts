import fc from 'fast-check';
import { listOf } from '../../test/lists';
import { calibrationBins, calibrationCurve } from './calibration-curve';
import { type CalibrationPair, calibrationPairs } from './calibration-pair';

const pairs: fc.Arbitrary<CalibrationPair[]> = fc.array(
  fc.record({
    personId: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    points: fc.integer({ min: 1, max: 99 }),
    hit: fc.boolean(),
  }),
  { maxLength: 200 },
);
const said = (points: number, hits: readonly boolean[]): CalibrationPair[] =>
  hits.map((hit, at) => ({ personId: String(at), points, hit }));

describe('calibrationPairs', () => {
  it('is one for each named diagnosis, accepted ones together', () => {
    const list = listOf({ embolism: 30, infarction: 20, pneumonia: 25 });
    const key = { diagnosis: 'embolism', acceptable: ['infarction'] };
    expect(calibrationPairs('7', list, key)).toEqual([
      { personId: '7', points: 25, hit: false },
      { personId: '7', points: 50, hit: true },
    ]);
  });
});

describe('calibrationBins', () => {
  it('holds each pair once', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const bins = calibrationBins(all);
        expect(bins.reduce((sum, bin) => sum + bin.pairs, 0)).toBe(all.length);
        expect(bins.reduce((sum, bin) => sum + bin.hits, 0)).toBe(all.filter(({ hit }) => hit).length);
      }),
    );
  });

  it.each([
    [4, 0, 5],
    [5, 5, 15],
    [30, 25, 35],
    [94, 85, 95],
    [95, 95, 100],
    [100, 95, 100],
  ])('puts %i points between %i and %i', (points, from, to) => {
    const [bin] = calibrationBins(said(points, [true])).filter((one) => one.pairs > 0);
    expect(bin).toEqual({ from, to, pairs: 1, hits: 1, persons: 1 });
  });
});

describe('calibrationCurve', () => {
  it('sets what was said beside what was so', () => {
    const all = [...said(28, [true, false, false, false]), { personId: '9', points: 33, hit: true }];
    expect(calibrationCurve(all)).toEqual([{ from: 25, to: 35, pairs: 5, stated: 0.29, observed: 0.4 }]);
  });

  it('shows nothing of fewer than five pairs or persons', () => {
    expect(calibrationCurve(said(30, [true, false, true, false]))).toEqual([]);
    const ofOne = said(30, [true, false, true, false, true]).map((pair) => ({ ...pair, personId: '1' }));
    expect(calibrationCurve(ofOne)).toEqual([]);
  });
});
