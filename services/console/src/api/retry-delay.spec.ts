import { retryDelay } from './retry-delay';

describe('retryDelay', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 10_000],
    [60, 10_000],
  ])('after %i failures is %i ms, half of it more or less', (failures, middle) => {
    expect(retryDelay(failures, 0.5)).toBe(middle);
    expect(retryDelay(failures, 0)).toBe(middle / 2);
    expect(retryDelay(failures, 0.999)).toBeLessThan(middle * 1.5);
  });
});
