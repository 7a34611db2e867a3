import fc from 'fast-check';
import { parseTilePath, placesOfTile, tilePath } from './tile';

describe('the path of a tile', () => {
  it.each([
    // The example of C2SP tlog-tiles, and its neighbours.
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 3, index: 67, width: 12 }, 'tile/3/067.p/12'],
    [{ level: 0, index: 0, width: 1 }, 'tile/0/000.p/1'],
    [{ level: 63, index: 999, width: 255 }, 'tile/63/999.p/255'],
  ])('names %j as %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('is read back as it was written', () => {
    const tiles = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.integer({ min: 0, max: 10 ** 9 }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tiles, (tile) => expect(parseTilePath(tilePath(tile))).toEqual(tile)));
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/300',
    'tile/0/000/',
    'tile/entries/000',
    '../tile/0/000',
    '',
  ])('refuses %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

describe('the places of a tile', () => {
  it('are those that a tree of the size has', () => {
    expect(placesOfTile({ level: 0, index: 1, width: 2 }, 258)).toEqual([
      { level: 0, index: 256 },
      { level: 0, index: 257 },
    ]);
    expect(placesOfTile({ level: 1, index: 0, width: 1 }, 258)).toEqual([{ level: 8, index: 0 }]);
    expect(placesOfTile({ level: 0, index: 1, width: 3 }, 258)).toBeUndefined();
    expect(placesOfTile({ level: 1, index: 0, width: 2 }, 258)).toBeUndefined();
  });
});
