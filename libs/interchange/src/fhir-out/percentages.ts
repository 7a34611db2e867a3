/** R4 counts `probabilityDecimal` in percent, to two decimals here. */
const STEPS = 10_000;

/**
 * Probabilities as percentages of two decimals that together are 100, as the probabilities together are 1: what rounding down leaves goes to
 * the largest remainders, one hundredth each.
 */
export function percentages(probabilities: readonly number[]): number[] {
  const sum = probabilities.reduce((total, each) => total + each, 0);
  const exact = probabilities.map((each) => (each / sum) * STEPS);
  const whole = exact.map(Math.floor);
  const left = STEPS - whole.reduce((total, each) => total + each, 0);
  const favoured = new Set(
    exact
      .map((value, place) => ({ place, rest: value - Math.floor(value) }))
      .toSorted((a, b) => b.rest - a.rest || a.place - b.place)
      .slice(0, left)
      .map(({ place }) => place),
  );
  return whole.map((value, place) => (value + (favoured.has(place) ? 1 : 0)) / 100);
}
