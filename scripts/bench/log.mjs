import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from '../build/places.mjs';

/** Sizes of the log at which it is measured; each ten times the one before, so that growth by log n shows. */
const SIZES = [100, 1_000, 10_000, 100_000];
/** Proofs made and checked at each size, of leaves spread evenly over it; the median counts. */
const PROOFS = 500;
/** Appends just before a size is reached; the median counts. */
const APPENDS = 100;

const log = () => createRequire(import.meta.url)(join(DIST, 'libs', 'transparency-log', 'src', 'index.js'));

/**
 * What the Merkle tree costs as a log grows: appending a leaf, proving that one is included and that the log grew out of a
 * smaller one, a full tile, and checking both proofs. In this process, nodes in a map: no database is in these figures.
 *
 * @returns {{ size: number, appendUs: number, inclusion: object, consistency: object, tileUs: number | null }[]} times in
 *   microseconds
 */
export function measureLog() {
  const { EMPTY_RANGE, appendLeaf, leafHash, rootOf } = log();
  const nodes = new Map();
  const rows = [];
  let range = EMPTY_RANGE;
  for (const size of SIZES) {
    const spent = [];
    for (let at = range.size; at < size; at += 1) {
      const leaf = leafHash(Buffer.from(`entry ${at}`));
      const start = performance.now();
      const grown = appendLeaf(range, leaf);
      for (const { level, index, hash } of grown.completed) nodes.set(`${level}/${index}`, hash);
      if (size - at <= APPENDS) spent.push((performance.now() - start) * 1000);
      range = grown.range;
    }
    const head = { size, rootHash: rootOf(range) };
    rows.push({
      size,
      appendUs: median(spent),
      ...proofsOf(head, nodes),
      tileUs: tileOf(size, nodes),
    });
  }
  return rows;
}

const nodesAt = (nodes, places) => places.map(({ level, index }) => nodes.get(`${level}/${index}`));

function proofsOf(head, nodes) {
  const tree = log();
  const prove = (steps) => tree.proofOf(steps, nodesAt(nodes, steps.flat()));
  const leaves = Array.from({ length: PROOFS }, (_, at) => Math.floor((at * head.size) / PROOFS));
  const included = leaves.map((index) => {
    const leaf = { index, leafHash: nodes.get(`0/${index}`) };
    return measured(
      () => prove(tree.inclusionSteps(index, head.size)),
      (path) => tree.isIncluded(leaf, head, path),
    );
  });
  const consistent = leaves.map((index) => {
    const earlier = { size: index + 1, rootHash: rootAt(index + 1, nodes) };
    return measured(
      () => prove(tree.consistencySteps(earlier.size, head.size)),
      (proof) => tree.isConsistent(earlier, head, proof),
    );
  });
  return { inclusion: summed(included), consistency: summed(consistent) };
}

/** The root that the log had at a size, out of the nodes that it has now. */
function rootAt(size, nodes) {
  const { consistencyPlaces, rootOf } = log();
  return rootOf({ size, subtrees: nodesAt(nodes, consistencyPlaces(0, size)) });
}

/** @throws {Error} where a proof does not hold: a fast wrong proof is no figure */
function measured(make, check) {
  const start = performance.now();
  const proof = make();
  const made = performance.now();
  const holds = check(proof);
  const checked = performance.now();
  if (!holds) throw new Error('a proof of the log does not hold');
  return { makeUs: (made - start) * 1000, checkUs: (checked - made) * 1000, hashes: proof.length };
}

const summed = (all) => ({
  makeUs: median(all.map(({ makeUs }) => makeUs)),
  checkUs: median(all.map(({ checkUs }) => checkUs)),
  hashes: Math.max(...all.map(({ hashes }) => hashes)),
});

/** The last full tile of leaves; null where the log is smaller than one. */
function tileOf(size, nodes) {
  const { parseTilePath, placesOfTile, tilePath } = log();
  const index = Math.floor(size / 256) - 1;
  if (index < 0) return null;
  const path = tilePath({ level: 0, index, width: 256 });
  const times = Array.from({ length: PROOFS }, () => {
    const start = performance.now();
    nodesAt(nodes, placesOfTile(parseTilePath(path), size));
    return (performance.now() - start) * 1000;
  });
  return median(times);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
