import fc from 'fast-check';
import { type LogEntry } from '@openrounds/contracts';
import {
  leafHash,
  merkleTreeHash,
  newSalt,
  saltedLeaf,
  tilePath,
  tilesOver,
} from '@openrounds/transparency-log';
import { leavesOf, wrongEntries, wrongTiles } from './served-log';

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

describe('the entries that a log serves', () => {
  const entries: LogEntry[] = Array.from({ length: 7 }, (_, index) => {
    const record = { run: index };
    const salt = newSalt();
    return {
      index,
      leafHash: saltedLeaf(record, salt),
      appendedAt: '2026-11-24T09:00:00.000Z',
      record,
      salt,
    };
  });
  const leaves = entries.map((entry) => entry.leafHash);
  const log = entries.map((entry, at) =>
    at === 4 || at === 6 ? { ...entry, signedRoot: merkleTreeHash(leaves.slice(0, at + 1)) } : entry,
  );
  const held = (served: readonly LogEntry[]) => {
    const pages = async function* () {
      yield await Promise.resolve(served.slice(0, 3));
      yield served.slice(3);
    };
    return wrongEntries(leaves, pages());
  };
  const changed = (at: number, change: Partial<LogEntry>) =>
    log.map((entry, index) => (index === at ? { ...entry, ...change } : entry));

  it('are right as they are, also when the log has grown, and without records that are gone', async () => {
    expect(await held(log)).toEqual([]);
    expect(await held([...log, ...changed(0, { index: 7 }).slice(0, 1)])).toEqual([]);
    expect(await held(changed(2, { record: null, salt: null }))).toEqual([]);
  });

  it.each<[string, readonly LogEntry[], string[]]>([
    ['a record', changed(2, { record: { run: 3 } }), ['entry 2']],
    ['a record that is withheld', changed(2, { record: null }), ['entry 2']],
    ['a salt', changed(2, { salt: newSalt() }), ['entry 2']],
    ['a leaf', changed(2, { leafHash: leaves[3] ?? '' }), ['entry 2']],
    ['the place of an entry', changed(2, { index: 3 }), ['entry 2']],
    ['a root that was signed', changed(4, { signedRoot: leaves[0] ?? '' }), ['checkpoint of 5 entries']],
    ['an entry less', log.slice(0, 6), ['entries from 6 on']],
  ])('are wrong where another is %s', async (_what, served, wrong) => {
    expect(await held(served)).toEqual(wrong);
  });
});

describe('the leaves of an export', () => {
  it('are of one in lines, and of nothing else', async () => {
    await expect(leavesOf(__filename)).rejects.toThrow('with --server give what `log export` wrote');
  });
});
