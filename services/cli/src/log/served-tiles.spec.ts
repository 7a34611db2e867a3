import fc from 'fast-check';
import { leafHash, tilePath, tilesOver } from '@openrounds/transparency-log';
import { leavesOf, wrongTiles } from './served-tiles';

const LEAVES = Array.from({ length: 300 }, (_, index) => leafHash(Buffer.from(`entry ${String(index)}`)));
const STORED = new Map([...tilesOver(LEAVES)].map(({ tile, bytes }) => [tilePath(tile), bytes]));
const servedFrom = (stored: ReadonlyMap<string, Uint8Array>) => (path: string) =>
  Promise.resolve(stored.get(path) ?? new Uint8Array());

describe('the tiles that a log serves', () => {
  it('are right as they are', async () => {
    expect(await wrongTiles(LEAVES, servedFrom(STORED))).toEqual([]);
    expect(await wrongTiles([], servedFrom(STORED))).toEqual([]);
  });

  it('are wrong when any single byte is another, is missing or is there in addition', async () => {
    const places = [...STORED].flatMap(([path, bytes]) =>
      Array.from({ length: bytes.length }, (_, at) => ({ path, at })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('changed', 'missing', 'added'),
        async ({ path, at }, by, how) => {
          const bytes = Buffer.from(STORED.get(path) ?? []);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
          const damaged = {
            changed: bytes,
            missing: Buffer.concat([before, after.subarray(1)]),
            added: Buffer.concat([before, Buffer.of(by), after]),
          }[how];
          expect(await wrongTiles(LEAVES, servedFrom(new Map(STORED).set(path, damaged)))).toEqual([path]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the leaves of an export', () => {
  it('are of one in lines, and of nothing else', async () => {
    await expect(leavesOf(__filename)).rejects.toThrow('with --server give what `log export` wrote');
  });
});
