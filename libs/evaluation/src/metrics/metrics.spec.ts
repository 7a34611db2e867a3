import fc from 'fast-check';
import { type StatedProbability } from '../model/case-outcome';
import { meanReciprocalRank, topShare } from './accuracy';
import { areaUnderRoc } from './auroc';
import { brierScore } from './brier';
import { expectedCalibrationError, perfectlyCalibratedBand, reliabilityBins } from './calibration-error';
import { recalibrationLine } from './recalibration';

const said = (probability: number, correct: boolean): StatedProbability => ({ probability, correct });
const times = (count: number, statement: StatedProbability): StatedProbability[] =>
  Array.from({ length: count }, () => statement);

describe('places', () => {
  const places = [1, 2, 4, null];

  it.each([
    [1, 0.25],
    [3, 0.5],
    [5, 0.75],
  ])('top %i is %d', (k, expected) => expect(topShare(places, k)).toBe(expected));

  it('mean reciprocal rank: (1 + 1/2 + 1/4 + 0) / 4', () => {
    expect(meanReciprocalRank(places)).toBe(0.4375);
  });

  it('says nothing about no cases', () => {
    expect([topShare([], 1), meanReciprocalRank([])]).toEqual([null, null]);
  });
});

describe('brierScore', () => {
  it.each([
    ['certain and right', [said(1, true), said(0, false)], 0],
    ['certain and wrong', [said(0, true), said(1, false)], 2],
    // (1 − 0.3)² + 0.5² + 0.2²
    ['in between', [said(0.5, false), said(0.3, true), said(0.2, false)], 0.78],
    // one class of 0.5: (1 − 0.5)² + 0.5²
    ['two right answers as one', [said(0.3, true), said(0.2, true), said(0.5, false)], 0.5],
    // nothing right listed: 1 + 0.6²
    ['the right answer not listed', [said(0.6, false)], 1.36],
  ])('%s', (_what, stated, expected) => expect(brierScore(stated)).toBeCloseTo(expected, 12));
});

describe('expectedCalibrationError', () => {
  // Bin 0.2–0.3: stated 0.25, right 1 of 4: no error. Bin 0.9–1: stated 0.95, right 1 of 2: 0.45, weight 2/6.
  const statements = [...times(3, said(0.25, false)), said(0.25, true), said(0.95, true), said(0.95, false)];

  it('weighs the bins by their counts', () => {
    expect(expectedCalibrationError(statements)).toBeCloseTo(0.15, 12);
    expect(expectedCalibrationError([])).toBeNull();
  });

  it('puts 1 into the last bin and each edge into the upper one', () => {
    const bins = reliabilityBins([said(1, true), said(0.5, false), said(0, false)]);
    expect(bins.flatMap(({ from, count }) => (count > 0 ? [from] : []))).toEqual([0, 0.5, 0.9]);
    expect(bins.find(({ from }) => from === 0.9)).toEqual({
      from: 0.9,
      to: 1,
      count: 1,
      stated: 1,
      observed: 1,
    });
  });

  it('knows how far from 0 perfection may be: 100 coins thrown, 2.5 % to 97.5 %', () => {
    const { low, high } = perfectlyCalibratedBand(times(100, said(0.5, true)));
    expect(low).toBeLessThanOrEqual(0.01);
    // |k/100 − 0.5| of a binomial: its 97.5th percentile is 0.11.
    expect(high).toBeGreaterThan(0.09);
    expect(high).toBeLessThan(0.13);
  });
});

describe('recalibrationLine', () => {
  /** `right` of 1,000 statements of `probability`. */
  const batch = (probability: number, right: number) => [
    ...times(right, said(probability, true)),
    ...times(1000 - right, said(probability, false)),
  ];

  it.each([
    ['what is calibrated has slope 1 and intercept 0', [batch(0.2, 200), batch(0.7, 700)], 1, 0],
    // logit 0.8 = ln 4 stated, ln 2 observed (2/3 of 1,000 ≈ 667): half the slope
    ['twice too extreme has slope 1/2', [batch(0.8, 667), batch(0.2, 333)], 0.5, 0],
    // odds doubled on both: intercept ln 2
    ['odds half of what they should be', [batch(0.5, 667), batch(0.2, 333)], 1, Math.LN2],
  ])('%s', (_what, batches, slope, intercept) => {
    const line = recalibrationLine(batches.flat());
    expect(line?.slope).toBeCloseTo(slope, 2);
    expect(line?.intercept).toBeCloseTo(intercept, 2);
  });

  it.each([
    ['nothing', []],
    ['one value only', batch(0.3, 300)],
    ['nothing right', [said(0.2, false), said(0.4, false)]],
    ['a clean cut', [said(0.2, false), said(0.4, false), said(0.6, true), said(0.8, true)]],
  ])('draws no line through %s', (_what, statements) => expect(recalibrationLine(statements)).toBeNull());
});

describe('areaUnderRoc', () => {
  it.each([
    ['apart', [3, 4], [1, 2], 1],
    ['the wrong way round', [1, 2], [3, 4], 0],
    ['all tied', [1, 1], [1, 1, 1], 0.5],
    // pairs won: 3>1, 3>2; 2>1, 2=2 (1/2): 3.5 of 4
    ['one tie', [3, 2], [1, 2], 0.875],
  ])('%s', (_what, positives, negatives, expected) =>
    expect(areaUnderRoc(positives, negatives)).toBe(expected),
  );

  it('equals the share of pairs won, ties counting half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const won = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        const share = won.reduce<number>((sum, one) => sum + one, 0) / won.length;
        expect(areaUnderRoc(positives, negatives)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('needs both', () => expect([areaUnderRoc([], [1]), areaUnderRoc([1], [])]).toEqual([null, null]));
});
