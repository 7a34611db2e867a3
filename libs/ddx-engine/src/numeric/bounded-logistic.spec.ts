import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { boundedLogistic } from './bounded-logistic';
import { clipProbability } from './bounds';

describe('boundedLogistic', () => {
  it('is the logistic function within the bounds, to rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (logit) => {
        const exact = clipProbability(1 / (1 + Math.exp(-logit)));
        expect(Math.abs(boundedLogistic(logit) - exact)).toBeLessThan(1e-15);
      }),
      tries(2_000),
    );
  });

  it.each([
    [Infinity, 0.995],
    [-Infinity, 0.005],
    [40, 0.995],
    [-40, 0.005],
    [0, 0.5],
  ])('of %d is %d', (logit, probability) => {
    expect(boundedLogistic(logit)).toBe(probability);
  });
});
