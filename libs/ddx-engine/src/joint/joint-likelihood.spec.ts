import { probabilityInBoth } from './joint-likelihood';

describe('probabilityInBoth', () => {
  it('adds a second independent way to the finding, over the baseline', () => {
    expect(probabilityInBoth(0.6, 0.5, 0.2)).toBeCloseTo(1 - (0.4 * 0.5) / 0.8, 12);
  });

  it('is that of the one disease where the other expects the finding like anyone else', () => {
    expect(probabilityInBoth(0.7, 0.2, 0.2)).toBeCloseTo(0.7, 12);
    expect(probabilityInBoth(0.05, 0.2, 0.2)).toBeCloseTo(0.05, 12);
  });

  it('follows the disease that prevents the finding', () => {
    expect(probabilityInBoth(0.9, 0.05, 0.2)).toBe(0.05);
  });
});
