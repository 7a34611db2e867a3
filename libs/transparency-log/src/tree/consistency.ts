import { appendSubtree, type CompactRange, EMPTY_RANGE, rootOf, type TreeNode } from './compact-range';
import { type Hash } from './hash';

/** Where a node stands in the tree. */
export type NodePlace = Pick<TreeNode, 'level' | 'index'>;

/**
 * The stored nodes that show whether a tree of `later` leaves grew out of one of `earlier` leaves: what the consistency
 * proof of RFC 6962, section 2.1.2, is made of; O(log n) places, from left to right. The first cover the earlier
 * tree's leaves and no other, the rest cover those that came later.
 *
 * @throws RangeError unless 0 ≤ `earlier` ≤ `later`, both safe integers.
 */
export function consistencyPlaces(earlier: number, later: number): NodePlace[] {
  if (!Number.isSafeInteger(earlier) || !Number.isSafeInteger(later) || earlier < 0 || earlier > later) {
    throw new RangeError('a tree grows out of one that is no larger');
  }
  return [...coveringNodes(0, earlier), ...coveringNodes(earlier, later)];
}

/**
 * Whether a tree grew out of an earlier one by appending alone, recomputed from the nodes at
 * {@link consistencyPlaces}: the first of them must give the earlier root, all of them together the later one.
 *
 * @param nodes - the hashes at those places, in that order; undefined where a node is missing
 */
export function grewOutOf(
  earlier: { readonly size: number; readonly rootHash: Hash },
  later: { readonly size: number; readonly rootHash: Hash },
  nodes: readonly (Hash | undefined)[],
): boolean {
  if (earlier.size > later.size) return false;
  const places = consistencyPlaces(earlier.size, later.size);
  let range: CompactRange = EMPTY_RANGE;
  let met = earlier.size > 0 || rootOf(range) === earlier.rootHash;
  for (const [at, place] of places.entries()) {
    const hash = nodes[at];
    if (hash === undefined) return false;
    range = appendSubtree(range, place.level, hash).range;
    if (range.size === earlier.size) met = rootOf(range) === earlier.rootHash;
  }
  return met && rootOf(range) === later.rootHash;
}

/** The fewest perfect subtrees that hold the leaves from `begin` up to, but without, `end`. */
export function coveringNodes(begin: number, end: number): NodePlace[] {
  const places: NodePlace[] = [];
  for (let at = begin; at < end;) {
    let level = 0;
    let leaves = 1;
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= end) {
      leaves *= 2;
      level += 1;
    }
    places.push({ level, index: at / leaves });
    at += leaves;
  }
  return places;
}
