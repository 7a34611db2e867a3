import { coveringNodes, type NodePlace } from './consistency';
import { type Hash, nodeHash } from './hash';
import { largestPowerOfTwoBelow } from './whole-numbers';

/**
 * One hash of a proof, as places of stored nodes from left to right: perfect subtrees, which folded from the right give the
 * root of the leaves that they cover. One place where that is a perfect subtree itself.
 */
export type ProofStep = readonly NodePlace[];

/**
 * The audit path of a leaf, lowest first: PATH(m, D[n]) of RFC 6962, section 2.1.1.
 *
 * @throws RangeError unless 0 ≤ `index` < `size`, both safe integers.
 */
export function inclusionSteps(index: number, size: number): ProofStep[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new RangeError('a leaf stands below the size of its tree');
  const steps: ProofStep[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    steps.push(index < middle ? coveringNodes(middle, end) : coveringNodes(begin, middle));
    [begin, end] = index < middle ? [begin, middle] : [middle, end];
  }
  return steps.reverse();
}

/**
 * What shows that a tree of `to` leaves grew out of one of `from`: PROOF(m, D[n]) of RFC 6962, section 2.1.2. Out of a tree
 * without leaves everything grows: no steps.
 *
 * @throws RangeError unless 0 ≤ `from` ≤ `to`, both safe integers.
 */
export function consistencySteps(from: number, to: number): ProofStep[] {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to)
    throw new RangeError('a tree grows out of one that is no larger');
  if (from === 0) return [];
  const steps: ProofStep[] = [];
  let [begin, end] = [0, to];
  while (from !== end) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    const isLeft = from <= middle;
    steps.push(isLeft ? coveringNodes(middle, end) : coveringNodes(begin, middle));
    [begin, end] = isLeft ? [begin, middle] : [middle, end];
  }
  // Where the smaller tree is the whole of the left edge, its root is known to who asks.
  if (begin > 0) steps.push(coveringNodes(begin, end));
  return steps.reverse();
}

/**
 * The hashes of a proof out of stored nodes.
 *
 * @param nodes the hashes at all places of the steps, one after the other
 * @throws RangeError where there are fewer
 */
export function proofOf(steps: readonly ProofStep[], nodes: readonly Hash[]): Hash[] {
  let at = 0;
  return steps.map((step) => {
    const covering = nodes.slice(at, (at += step.length));
    if (step.length === 0 || covering.length < step.length) throw new RangeError('a node is missing');
    return covering.reduceRight((right, left) => nodeHash(left, right));
  });
}
