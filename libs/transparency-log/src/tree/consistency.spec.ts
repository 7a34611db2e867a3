import fc from 'fast-check';
import { leavesOf, storedTree } from '../../test/stored-tree';
import { consistencyPlaces, grewOutOf } from './consistency';
import { EMPTY_ROOT, type Hash, leafHash } from './hash';
import { merkleTreeHash } from './merkle-tree-hash';

const headOf = (leaves: readonly Hash[]) => ({ size: leaves.length, rootHash: merkleTreeHash(leaves) });

/** What a log of these leaves has at the places that a proof needs. */
function proofOf(leaves: readonly Hash[], earlier: number): (Hash | undefined)[] {
  return consistencyPlaces(earlier, leaves.length).map(storedTree(leaves));
}

const sizes = fc
  .tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 70 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('grewOutOf', () => {
  it('accepts every log that only ever grew', () => {
    fc.assert(
      fc.property(sizes, ([earlier, later]) => {
        const leaves = leavesOf(later);
        const proof = proofOf(leaves, earlier);
        expect(grewOutOf(headOf(leaves.slice(0, earlier)), headOf(leaves), proof)).toBe(true);
      }),
    );
  });

  it('refuses a log in which any one of the earlier leaves is another', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([earlier, later], chosen) => {
        fc.pre(earlier > 0);
        const signed = headOf(leavesOf(later).slice(0, earlier));
        const other = leavesOf(later);
        other[chosen % earlier] = leafHash(Buffer.from('another'));
        expect(grewOutOf(signed, headOf(other), proofOf(other, earlier))).toBe(false);
      }),
    );
  });

  it('refuses nodes that give the earlier root and not the later one', () => {
    const leaves = leavesOf(13);
    const forked = [...leaves.slice(0, 7), ...leavesOf(6, 1)];
    expect(grewOutOf(headOf(leaves.slice(0, 7)), headOf(forked), proofOf(leaves, 7))).toBe(false);
  });

  it('refuses a shorter log, a missing node and another empty root', () => {
    const leaves = leavesOf(9);
    const proof = proofOf(leaves, 5);
    expect(grewOutOf(headOf(leaves), headOf(leaves.slice(0, 5)), proof)).toBe(false);
    expect(grewOutOf(headOf(leaves.slice(0, 5)), headOf(leaves), proof.with(0, undefined))).toBe(false);
    expect(grewOutOf({ size: 0, rootHash: EMPTY_ROOT }, headOf(leaves), proofOf(leaves, 0))).toBe(true);
    expect(grewOutOf({ size: 0, rootHash: leafHash(Buffer.of()) }, headOf(leaves), proofOf(leaves, 0))).toBe(
      false,
    );
  });

  it('needs no more nodes than the logarithm of the size, twice over', () => {
    expect(consistencyPlaces(600_000, 1_000_000).length).toBeLessThanOrEqual(2 * 20);
    expect(consistencyPlaces(3, 7)).toEqual([
      { level: 1, index: 0 },
      { level: 0, index: 2 },
      { level: 0, index: 3 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
    expect(() => consistencyPlaces(2, 1)).toThrow(RangeError);
  });
});
