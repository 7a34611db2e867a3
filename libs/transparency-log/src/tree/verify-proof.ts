import { EMPTY_ROOT, type Hash, nodeHash } from './hash';
import { rootOver } from './root-over';
import { half, isOdd } from './whole-numbers';

/** Size and root hash of a tree. */
export interface Head {
  readonly size: number;
  readonly rootHash: Hash;
}

/**
 * Whether a leaf stands at a place of a tree, by its audit path: RFC 9162, section 2.1.3.2.
 *
 * @param path lowest first
 */
export function isIncluded(
  leaf: { readonly index: number; readonly leafHash: Hash },
  { size, rootHash }: Head,
  path: readonly Hash[],
): boolean {
  return rootOver(leaf, size, path, nodeHash) === rootHash;
}

/** Whether a tree grew out of an earlier one by appending alone: RFC 9162, section 2.1.4.2. */
export function isConsistent(earlier: Head, later: Head, proof: readonly Hash[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.rootHash === later.rootHash;
  if (earlier.size === 0) return proof.length === 0 && earlier.rootHash === EMPTY_ROOT;
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  // An earlier tree of a power of two is a node of the later one: its root begins the proof unsaid.
  const [first, ...rest] = node === 0 ? [earlier.rootHash, ...proof] : proof;
  if (first === undefined) return false;
  let [was, is] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      [was, is] = [nodeHash(hash, was), nodeHash(hash, is)];
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else is = nodeHash(is, hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && was === earlier.rootHash && is === later.rootHash;
}
