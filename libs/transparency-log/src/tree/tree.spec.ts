import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf, type TreeNode } from './compact-range';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './hash';
import { merkleTreeHash } from './merkle-tree-hash';

/** The leaves and roots that Certificate Transparency implementations test themselves with. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const ctLeafHashes = CT_LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')));

const hashes = fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }).map(leafHash), { maxLength: 70 });

function rangeOf(leaves: readonly Hash[]): CompactRange {
  return leaves.reduce((range, leaf) => appendLeaf(range, leaf).range, EMPTY_RANGE);
}

describe('hashing', () => {
  it('hashes nothing to the root of the empty tree', () => {
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleTreeHash([])).toBe(EMPTY_ROOT);
  });

  it('prefixes leaves with 0x00 and nodes with 0x01', () => {
    const sha256 = (bytes: number[]) => createHash('sha256').update(Buffer.from(bytes)).digest();
    const [left, right] = [sha256([0, 1]), sha256([0, 2])];
    expect(leafHash(Buffer.of(1))).toBe(left.toString('hex'));
    expect(nodeHash(left.toString('hex'), right.toString('hex'))).toBe(
      sha256([1, ...left, ...right]).toString('hex'),
    );
  });
});

describe.each([
  ['recursive definition', merkleTreeHash],
  ['compact range', (leaves: readonly Hash[]) => rootOf(rangeOf(leaves))],
])('%s', (_, rootHash) => {
  it.each(CT_ROOTS.map((root, index) => [index + 1, root] as const))(
    'gives the known root of %i Certificate Transparency leaves',
    (size, root) => {
      expect(rootHash(ctLeafHashes.slice(0, size))).toBe(root);
    },
  );
});

describe('compact range', () => {
  it('agrees with the recursive definition at every size', () => {
    fc.assert(
      fc.property(hashes, (leaves) => {
        let range = EMPTY_RANGE;
        for (const [index, leaf] of leaves.entries()) {
          range = appendLeaf(range, leaf).range;
          expect(range.size).toBe(index + 1);
          expect(rootOf(range)).toBe(merkleTreeHash(leaves.slice(0, index + 1)));
        }
      }),
    );
  });

  it('keeps one hash for each bit set in the size', () => {
    const sizes = [1, 2, 3, 7, 8, 64].map((size) => {
      return rangeOf(Array.from({ length: size }, (_, i) => leafHash(Buffer.of(i)))).subtrees.length;
    });
    expect(sizes).toEqual([1, 1, 2, 3, 1, 1]);
  });

  it('reports each subtree that a leaf completes, once, with its hash', () => {
    fc.assert(
      fc.property(hashes, (leaves) => {
        const nodes = completedBy(leaves);
        for (const { level, index, hash } of nodes) {
          const width = 2 ** level;
          expect(hash).toBe(merkleTreeHash(leaves.slice(index * width, (index + 1) * width)));
        }
        const places = nodes.map(({ level, index }) => `${level}/${index}`);
        expect(new Set(places).size).toBe(nodes.length);
        expect(nodes).toHaveLength(perfectSubtrees(leaves.length));
      }),
    );
  });

  it('does not grow on a damaged state', () => {
    const leaf = leafHash(Buffer.of(1));
    expect(() => appendLeaf({ size: 3, subtrees: [leaf] }, leaf)).toThrow(RangeError);
    expect(() => appendLeaf({ size: -1, subtrees: [] }, leaf)).toThrow(RangeError);
    expect(() => appendLeaf({ size: 1, subtrees: ['00'] }, leaf)).toThrow(RangeError);
    expect(() => appendLeaf(EMPTY_RANGE, leaf.toUpperCase())).toThrow(RangeError);
    expect(() => rootOf({ size: 2, subtrees: [leaf, leaf] })).toThrow(RangeError);
  });
});

function completedBy(leaves: readonly Hash[]): TreeNode[] {
  const nodes: TreeNode[] = [];
  let range = EMPTY_RANGE;
  for (const leaf of leaves) {
    const appended = appendLeaf(range, leaf);
    nodes.push(...appended.completed);
    range = appended.range;
  }
  return nodes;
}

/** n leaves, ⌊n/2⌋ pairs, ⌊n/4⌋ fours … */
function perfectSubtrees(leaves: number): number {
  let count = 0;
  for (let rest = leaves; rest > 0; rest = Math.floor(rest / 2)) count += rest;
  return count;
}
