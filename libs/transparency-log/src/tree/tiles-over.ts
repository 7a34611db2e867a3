import { appendLeaf, type CompactRange, EMPTY_RANGE } from './compact-range';
import { type Hash } from './hash';
import { type Tile, TILE_HEIGHT, TILE_WIDTH } from './tile';

/**
 * Every tile of a log with these leaves, those at the right edge as wide as they are now; the foot first where one completes the other.
 *
 * @throws RangeError for a leaf that is no hash
 */
export function* tilesOver(
  leaves: Iterable<Hash>,
): Generator<{ readonly tile: Tile; readonly bytes: Buffer }> {
  const rows: Hash[][] = [];
  const begun: number[] = [];
  let range: CompactRange = EMPTY_RANGE;
  for (const leaf of leaves) {
    const appended = appendLeaf(range, leaf);
    range = appended.range;
    for (const { level, hash } of appended.completed) {
      if (level % TILE_HEIGHT !== 0) continue;
      const row = level / TILE_HEIGHT;
      const hashes = (rows[row] ??= []);
      hashes.push(hash);
      if (hashes.length < TILE_WIDTH) continue;
      yield tileOf(row, begun[row] ?? 0, hashes);
      begun[row] = (begun[row] ?? 0) + 1;
      rows[row] = [];
    }
  }
  for (const [row, hashes] of rows.entries())
    if (hashes.length > 0) yield tileOf(row, begun[row] ?? 0, hashes);
}

const tileOf = (level: number, index: number, hashes: readonly Hash[]) => ({
  tile: { level, index, width: hashes.length },
  bytes: Buffer.from(hashes.join(''), 'hex'),
});
