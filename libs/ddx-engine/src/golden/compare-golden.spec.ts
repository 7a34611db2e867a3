import golden from '../../test/golden/engine-golden.json';
import { compareGolden } from './compare-golden';

describe('the golden cases', () => {
  it('are computed to 1e-9, in the order expected', () => {
    const report = compareGolden(golden);
    expect(report.problems).toEqual([]);
    expect(report.largestDifference).toBeLessThan(1e-9);
  });
});
