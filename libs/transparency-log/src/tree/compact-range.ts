import { EMPTY_ROOT, type Hash, isHash, nodeHash } from './hash';

/**
 * All that a log must remember to grow: the roots of the perfect subtrees that its leaves fall into, largest
 * first, one for each bit set in `size`; O(log n) hashes. Plain JSON, so that it can be stored beside the leaf.
 */
export interface CompactRange {
  readonly size: number;
  readonly subtrees: readonly Hash[];
}

/**
 * An inner node or leaf that can never change again. Level 0 holds the leaves; node (level, index) covers the
 * leaves from `index · 2^level` up to, but without, `(index + 1) · 2^level`. A log that stores these as they
 * come answers inclusion and consistency proofs with O(log n) reads.
 */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/** A log grown by one leaf, and the nodes which that leaf completed (the leaf itself first). */
export interface Appended {
  readonly range: CompactRange;
  readonly completed: readonly TreeNode[];
}

/** A log without leaves. */
export const EMPTY_RANGE: CompactRange = { size: 0, subtrees: [] };

/**
 * Adds a leaf in O(log n): like a carry in binary addition, each set low bit of `size` merges two subtrees of
 * the same height.
 *
 * @throws RangeError if `range` or `leaf` is malformed: a log must not grow on a damaged state.
 */
export const appendLeaf = (range: CompactRange, leaf: Hash): Appended => appendSubtree(range, 0, leaf);

/**
 * Adds a perfect subtree of 2^`level` leaves by its root, as if its leaves had been added one by one; of the nodes
 * inside it nothing is known.
 *
 * @throws RangeError if `range` or `root` is malformed, or `size` is no multiple of the subtree's.
 */
export function appendSubtree(range: CompactRange, level: number, root: Hash): Appended {
  assertWellFormed(range);
  if (!isHash(root)) throw new RangeError('a node hash has 64 lower-case hexadecimal digits');
  const leaves = 2 ** level;
  if (range.size % leaves !== 0) throw new RangeError('a subtree begins where one of its size may begin');
  const subtrees = [...range.subtrees];
  let hash = root;
  let place = { level, index: range.size / leaves };
  const completed: TreeNode[] = [{ ...place, hash }];
  while (place.index % 2 === 1) {
    const left = subtrees.pop();
    if (left === undefined) throw new RangeError('fewer subtrees than the size calls for');
    hash = nodeHash(left, hash);
    place = { level: place.level + 1, index: (place.index - 1) / 2 };
    completed.push({ ...place, hash });
  }
  subtrees.push(hash);
  return { range: { size: range.size + leaves, subtrees }, completed };
}

/** The tree's root hash: the subtrees folded from the smallest to the largest. */
export function rootOf(range: CompactRange): Hash {
  assertWellFormed(range);
  if (range.size === 0) return EMPTY_ROOT;
  return range.subtrees.reduceRight((right, left) => nodeHash(left, right));
}

function assertWellFormed({ size, subtrees }: CompactRange): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('a tree size is a whole number from 0');
  if (subtrees.length !== bitsSet(size)) throw new RangeError('one subtree for each bit set in the size');
  if (!subtrees.every(isHash)) throw new RangeError('a subtree hash has 64 lower-case hexadecimal digits');
}

/** Division instead of bit operators: those stop at 32 bits. */
function bitsSet(n: number): number {
  let bits = 0;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
