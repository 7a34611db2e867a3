import fc from 'fast-check';
import { leavesOf, proofFrom } from '../../test/stored-tree';
import { EMPTY_ROOT, type Hash, leafHash } from './hash';
import { merkleTreeHash } from './merkle-tree-hash';
import { consistencySteps, inclusionSteps, proofOf } from './proof-places';
import { isConsistent, isIncluded } from './verify-proof';

const headOf = (leaves: readonly Hash[]) => ({ size: leaves.length, rootHash: merkleTreeHash(leaves) });
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** PATH(m, D[n]) as RFC 6962 writes it. */
function path(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...path(m, leaves.slice(0, k)), merkleTreeHash(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), merkleTreeHash(leaves.slice(0, k))];
}

/** SUBPROOF(m, D[n], b) as RFC 6962 writes it. */
function subproof(m: number, leaves: readonly Hash[], whole: boolean): Hash[] {
  if (m === leaves.length) return whole ? [] : [merkleTreeHash(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), merkleTreeHash(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), merkleTreeHash(leaves.slice(0, k))];
}

const SIZES = Array.from({ length: 40 }, (_, n) => n + 1);
const other = leafHash(Buffer.from('another'));

describe('the audit path of a leaf', () => {
  it.each(SIZES)('is that of RFC 6962 in a tree of %i, and proves the leaf', (size) => {
    const leaves = leavesOf(size);
    for (const [index, hash] of leaves.entries()) {
      const proof = proofFrom(leaves, inclusionSteps(index, size));
      expect(proof).toEqual(path(index, leaves));
      expect(isIncluded({ index, leafHash: hash }, headOf(leaves), proof)).toBe(true);
    }
  });

  it('proves nothing else', () => {
    const size = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, at, changed) => {
        const leaves = leavesOf(n);
        const index = at % n;
        const leaf = { index, leafHash: leaves[index] ?? '' };
        const proof = proofFrom(leaves, inclusionSteps(index, n));
        const head = headOf(leaves);
        expect(isIncluded({ ...leaf, leafHash: other }, head, proof)).toBe(false);
        expect(isIncluded(leaf, { ...head, rootHash: other }, proof)).toBe(false);
        expect(isIncluded(leaf, head, [...proof, other])).toBe(false);
        expect(isIncluded({ ...leaf, index: n }, head, proof)).toBe(false);
        if (proof.length === 0) return;
        expect(isIncluded(leaf, head, proof.with(changed % proof.length, other))).toBe(false);
        expect(isIncluded(leaf, head, proof.slice(1))).toBe(false);
        const elsewhere = index === 0 ? 1 : 0;
        expect(isIncluded({ ...leaf, index: elsewhere }, head, proof)).toBe(false);
      }),
    );
  });

  it('is no longer than the logarithm of the size', () => {
    expect(inclusionSteps(123_456, 1_000_000).length).toBeLessThanOrEqual(20);
    expect(() => inclusionSteps(3, 3)).toThrow(RangeError);
    expect(() => proofOf([[{ level: 0, index: 0 }]], [])).toThrow(RangeError);
  });
});

describe('the proof that a tree only grew', () => {
  it.each(SIZES)('is that of RFC 6962 into a tree of %i, and holds', (to) => {
    const leaves = leavesOf(to);
    for (let from = 1; from <= to; from += 1) {
      const proof = proofFrom(leaves, consistencySteps(from, to));
      expect(proof).toEqual(subproof(from, leaves, true));
      expect(isConsistent(headOf(leaves.slice(0, from)), headOf(leaves), proof)).toBe(true);
    }
  });

  it('holds for no tree that was changed, shortened or made up', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }));
    fc.assert(
      fc.property(sizes, fc.nat(), ([a, b], changed) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const leaves = leavesOf(to);
        const signed = headOf(leaves.slice(0, from));
        const forked = leaves.with(changed % from, other);
        const proof = proofFrom(forked, consistencySteps(from, to));
        expect(isConsistent(signed, headOf(forked), proof)).toBe(false);
        const honest = proofFrom(leaves, consistencySteps(from, to));
        expect(isConsistent(signed, headOf(leaves), [...honest, other])).toBe(false);
        if (honest.length === 0) return;
        expect(isConsistent(signed, headOf(leaves), honest.with(changed % honest.length, other))).toBe(false);
        expect(isConsistent(signed, headOf(leaves), honest.slice(1))).toBe(false);
        expect(isConsistent(headOf(leaves), signed, honest)).toBe(false);
      }),
    );
  });

  it('has no steps out of an empty tree', () => {
    const leaves = leavesOf(5);
    expect(consistencySteps(0, 5)).toEqual([]);
    expect(isConsistent({ size: 0, rootHash: EMPTY_ROOT }, headOf(leaves), [])).toBe(true);
    expect(isConsistent({ size: 0, rootHash: other }, headOf(leaves), [])).toBe(false);
    expect(() => consistencySteps(3, 2)).toThrow(RangeError);
  });
});
