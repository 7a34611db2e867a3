import { EMPTY_ROOT, type Hash, nodeHash } from './hash';
import { largestPowerOfTwoBelow } from './whole-numbers';

/**
 * The Merkle Tree Hash of RFC 6962, section 2.1, by its recursive definition over leaf hashes:
 * MTH({}) = SHA-256(), MTH({d}) = its leaf hash, MTH(D[n]) = node(MTH(D[0:k]), MTH(D[k:n])) with k the
 * largest power of two below n. O(n); a growing log uses {@link CompactRange}, which must agree with it.
 */
export function merkleTreeHash(leafHashes: readonly Hash[]): Hash {
  const [first] = leafHashes;
  if (first === undefined) return EMPTY_ROOT;
  if (leafHashes.length === 1) return first;
  const split = largestPowerOfTwoBelow(leafHashes.length);
  return nodeHash(merkleTreeHash(leafHashes.slice(0, split)), merkleTreeHash(leafHashes.slice(split)));
}
