import { appendLeaf, EMPTY_RANGE } from '../src/tree/compact-range';
import { type NodePlace } from '../src/tree/consistency';
import { type Hash, leafHash } from '../src/tree/hash';
import { type ProofStep, proofOf } from '../src/tree/proof-places';

export const leavesOf = (count: number, seed = 0): Hash[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`${String(seed)}/${String(index)}`)));

/** The nodes that a log of these leaves has stored. */
export function storedTree(leaves: readonly Hash[]): (place: NodePlace) => Hash | undefined {
  const nodes = new Map<string, Hash>();
  let range = EMPTY_RANGE;
  for (const leaf of leaves) {
    const grown = appendLeaf(range, leaf);
    for (const { level, index, hash } of grown.completed)
      nodes.set(`${String(level)}/${String(index)}`, hash);
    range = grown.range;
  }
  return ({ level, index }) => nodes.get(`${String(level)}/${String(index)}`);
}

/** A proof out of what a log of these leaves has stored. */
export function proofFrom(leaves: readonly Hash[], steps: readonly ProofStep[]): Hash[] {
  const stored = storedTree(leaves);
  return proofOf(
    steps,
    steps.flat().map((place) => stored(place) ?? 'not stored'),
  );
}
