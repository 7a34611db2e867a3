import fc from 'fast-check';
import { disagreementOf, isNotable } from './disagreement';

const list = (opinion: Record<string, number>) =>
  Object.entries(opinion).map(([diseaseId, probability]) => ({ diseaseId, probability }));

const distribution = fc
  .uniqueArray(
    fc.record({
      diseaseId: fc.constantFrom('a', 'b', 'c', 'd'),
      mass: fc.double({ min: 0.01, max: 1, noNaN: true }),
    }),
    {
      selector: ({ diseaseId }) => diseaseId,
    },
  )
  .map((rows) => {
    const sum = rows.reduce((total, { mass }) => total + mass, 0.2);
    return rows.map(({ diseaseId, mass }) => ({ diseaseId, probability: mass / sum }));
  });

describe('disagreementOf', () => {
  it.each([
    ['the same', { a: 0.6, b: 0.3 }, { a: 0.6, b: 0.3 }, false, 0],
    ['another leader', { a: 0.5, b: 0.4 }, { a: 0.4, b: 0.5 }, true, 0.1],
    ['one that names little', { a: 0.6, b: 0.3 }, { a: 0.6 }, false, 0.3],
    ['nothing in common', { a: 1 }, { b: 1 }, true, 1],
    ['nothing at all', { a: 0.5 }, {}, true, 0.5],
  ])('compares with %s', (_, engine, llm, topDiffers, totalVariation) => {
    const found = disagreementOf(list(engine), list(llm));
    expect(found.topDiffers).toBe(topDiffers);
    expect(found.totalVariation).toBeCloseTo(totalVariation, 12);
  });

  it('is symmetric, within 0 and 1, and 0 for a list and itself', () => {
    fc.assert(
      fc.property(distribution, distribution, (p, q) => {
        const { totalVariation } = disagreementOf(p, q);
        expect(totalVariation).toBeGreaterThanOrEqual(0);
        expect(totalVariation).toBeLessThanOrEqual(1);
        expect(disagreementOf(q, p).totalVariation).toBeCloseTo(totalVariation, 12);
        expect(disagreementOf(p, [...p].reverse()).totalVariation).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('isNotable', () => {
  it.each([
    [{ topDiffers: false, totalVariation: 0.3 }, false],
    [{ topDiffers: false, totalVariation: 0.31 }, true],
    [{ topDiffers: true, totalVariation: 0.01 }, true],
  ])('of %j is %p', (disagreement, notable) => {
    expect(isNotable(disagreement)).toBe(notable);
  });
});
