import fc from 'fast-check';
import { decisionThresholds, treatmentThreshold } from './decision-thresholds';

describe('decisionThresholds', () => {
  it('follows the formulae of the threshold approach', () => {
    const thresholds = decisionThresholds({
      sensitivity: 0.9,
      specificity: 0.8,
      benefit: 0.5,
      harm: 0.1,
      testRisk: 0.01,
    });
    expect(thresholds.test).toBeCloseTo((0.2 * 0.1 + 0.01) / (0.2 * 0.1 + 0.9 * 0.5), 12);
    expect(thresholds.treat).toBeCloseTo((0.8 * 0.1 - 0.01) / (0.8 * 0.1 + 0.1 * 0.5), 12);
    expect(thresholds.testWorthwhile).toBe(true);
  });

  it('meets at the treatment threshold where the test tells nothing', () => {
    const utilities = { benefit: 0.6, harm: 0.2 };
    const coin = decisionThresholds({ ...utilities, sensitivity: 0.5, specificity: 0.5, testRisk: 0 });
    expect(coin.test).toBeCloseTo(treatmentThreshold(utilities), 12);
    expect(coin.treat).toBeCloseTo(treatmentThreshold(utilities), 12);
    expect(coin.testWorthwhile).toBe(false);
  });

  it.each([
    ['always positive', 1, 0],
    ['always negative', 0, 1],
  ])('never finds a test that is %s worthwhile', (_, sensitivity, specificity) => {
    const input = { sensitivity, specificity, benefit: 0.5, harm: 0.1, testRisk: 0 };
    expect(decisionThresholds(input).testWorthwhile).toBe(false);
  });

  it('encloses the treatment threshold whenever the test is worthwhile', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const input = fc.record({
      sensitivity: share,
      specificity: share,
      benefit: share,
      harm: share,
      testRisk: share,
    });
    fc.assert(
      fc.property(input, (utilities) => {
        const { test, treat, testWorthwhile } = decisionThresholds(utilities);
        fc.pre(testWorthwhile);
        const treatment = treatmentThreshold(utilities);
        expect(test).toBeLessThanOrEqual(treatment + 1e-12);
        expect(treat).toBeGreaterThanOrEqual(treatment - 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  it('names what is out of range', () => {
    const input = { sensitivity: 1.2, specificity: 0.5, benefit: 0, harm: 0.1, testRisk: 0 };
    expect(() => decisionThresholds(input)).toThrow('out of range: sensitivity 1.2, benefit 0');
  });
});
