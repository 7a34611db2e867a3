import { type Hash } from './hash-text';
import { half, isOdd } from './whole-numbers';

/**
 * The root of a tree that holds a leaf at a place, by its audit path: RFC 9162, section 2.1.3.2. Undefined where the path is
 * none of that place.
 *
 * @param path lowest first
 * @param node the hash of two nodes side by side
 */
export function rootOver(
  leaf: { readonly index: number; readonly leafHash: Hash },
  size: number,
  path: readonly Hash[],
  node: (left: Hash, right: Hash) => Hash,
): Hash | undefined {
  if (!Number.isSafeInteger(leaf.index) || leaf.index < 0 || leaf.index >= size) return undefined;
  let [place, last] = [leaf.index, size - 1];
  let hash = leaf.leafHash;
  for (const beside of path) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      hash = node(beside, hash);
      // The last node of an odd row has no neighbour and rises alone.
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = node(hash, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : undefined;
}
