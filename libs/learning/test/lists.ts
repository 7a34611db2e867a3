import fc from 'fast-check';
import { type StatedList } from '../src/scores/stated-list';

/** A list from a plain object; what is left of 100 is Other. */
export function listOf(points: Readonly<Record<string, number>>): StatedList {
  const stated = Object.values(points).reduce((sum, one) => sum + one, 0);
  return { points: new Map(Object.entries(points)), other: 100 - stated };
}

/** Whole points, at least 1 for each and for Other, on these diseases. */
export function listOver(diseases: readonly string[]): fc.Arbitrary<StatedList> {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), {
    minLength: diseases.length,
    maxLength: diseases.length,
  });
  return cuts.map((unsorted) => {
    const edges = [0, ...unsorted.sort((one, two) => one - two)];
    return listOf(
      Object.fromEntries(diseases.map((disease, at) => [disease, (edges[at + 1] ?? 0) - (edges[at] ?? 0)])),
    );
  });
}

const NAMES = Array.from({ length: 25 }, (_, at) => `d${String(at).padStart(2, '0')}`);

/** Lists of three to five of 25 diseases, as a class writes them. */
export const anyList: fc.Arbitrary<StatedList> = fc
  .shuffledSubarray(NAMES, { minLength: 3, maxLength: 5 })
  .chain(listOver);

/** Things with a random order of the same things. */
export function withShuffled<T>(
  array: fc.Arbitrary<T[]>,
): fc.Arbitrary<{ readonly inOrder: T[]; readonly shuffled: T[] }> {
  return array.chain((inOrder) =>
    fc
      .shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length })
      .map((shuffled) => ({ inOrder, shuffled })),
  );
}
