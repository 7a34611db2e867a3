import { isCrowdedOut, logOddsRows } from './log-odds-rows';

const listed = (...probabilities: readonly number[]) =>
  probabilities.map((probability, place) => ({
    diseaseId: String(place),
    name: `D${String(place)}`,
    probability,
  }));

describe('isCrowdedOut', () => {
  it('is so above 99 %', () => {
    expect(isCrowdedOut(listed(0.991, 0.001))).toBe(true);
    expect(isCrowdedOut(listed(0.99, 0.001))).toBe(false);
    expect(isCrowdedOut([])).toBe(false);
  });
});

describe('logOddsRows', () => {
  it('sets the second apart from the tenth, on a scale of whole powers of ten', () => {
    const { rows, ticks } = logOddsRows(listed(0.999, 0.0009, 0.00001));
    expect(rows.map(({ logOdds }) => (logOdds / Math.LN10).toFixed(2))).toEqual(['3.00', '-3.05', '-5.00']);
    expect(ticks.map((tick) => Math.round(tick / Math.LN10))).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3]);
  });

  it('bears certainty', () => {
    for (const { logOdds } of logOddsRows(listed(1, 0)).rows) expect(Number.isFinite(logOdds)).toBe(true);
  });
});
