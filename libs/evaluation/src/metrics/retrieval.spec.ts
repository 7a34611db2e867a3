import fc from 'fast-check';
import { type Retrieval, retrievalFigures, sumOfRetrievals } from './retrieval';

const counts = (proposed: number, proposedRight: number, wanted: number, wantedFound: number): Retrieval => ({
  proposed,
  proposedRight,
  wanted,
  wantedFound,
});

describe('retrievalFigures', () => {
  it.each([
    [counts(4, 3, 6, 3), { precision: 0.75, recall: 0.5, f1: 0.6 }],
    [counts(2, 0, 3, 0), { precision: 0, recall: 0, f1: 0 }],
    [counts(0, 0, 3, 0), { precision: null, recall: 0, f1: null }],
    [counts(3, 0, 0, 0), { precision: 0, recall: null, f1: null }],
  ])('%o → %o', (retrieval, figures) => {
    const { precision, recall, f1 } = retrievalFigures(retrieval);
    expect({ precision, recall }).toEqual({ precision: figures.precision, recall: figures.recall });
    if (figures.f1 === null) expect(f1).toBeNull();
    else expect(f1).toBeCloseTo(figures.f1, 12);
  });

  it('lies between the lower and the higher of the two', () => {
    const share = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(share, share, ([proposed, right], [wanted, found]) => {
        const retrieval = counts(proposed, Math.min(right, proposed), wanted, Math.min(found, wanted));
        const { precision, recall, f1 } = retrievalFigures(retrieval);
        const [low, high] = [precision ?? 0, recall ?? 0].sort((a, b) => a - b);
        expect(f1).toBeGreaterThanOrEqual((low ?? 0) - 1e-12);
        expect(f1).toBeLessThanOrEqual((high ?? 0) + 1e-12);
      }),
    );
  });
});

it('sumOfRetrievals adds each count', () => {
  expect(sumOfRetrievals([counts(1, 1, 2, 1), counts(3, 2, 4, 2)])).toEqual(counts(4, 3, 6, 3));
  expect(sumOfRetrievals([])).toEqual(counts(0, 0, 0, 0));
});
