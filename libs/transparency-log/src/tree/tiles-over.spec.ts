import { leafHash } from './hash';
import { merkleTreeHash } from './merkle-tree-hash';
import { placesOfTile, tilePath } from './tile';
import { tilesOver } from './tiles-over';

const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`entry ${String(index)}`)));
const over = (size: number) => [...tilesOver(leavesOf(size))];

describe('the tiles over leaves', () => {
  it.each([
    [0, []],
    [1, ['tile/0/000.p/1']],
    [256, ['tile/0/000', 'tile/1/000.p/1']],
    [600, ['tile/0/000', 'tile/0/001', 'tile/0/002.p/88', 'tile/1/000.p/2']],
  ])('of a log of %i are these', (size, paths) => {
    expect(
      over(size)
        .map(({ tile }) => tilePath(tile))
        .sort(),
    ).toEqual(paths);
  });

  it('hold the roots of the leaves below, and are all that the tree has', () => {
    const leaves = leavesOf(600);
    for (const { tile, bytes } of over(600)) {
      const places = placesOfTile(tile, 600) ?? [];
      const roots = places.map(({ level, index }) =>
        merkleTreeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      );
      expect(bytes.toString('hex')).toBe(roots.join(''));
    }
  });
});
