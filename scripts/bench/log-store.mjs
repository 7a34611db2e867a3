import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from '../build/places.mjs';
import { startPostgres } from '../embedded/postgres.mjs';

/** Sizes of the log at which it is measured, as in memory. */
const SIZES = [100, 1_000, 10_000, 100_000];
/** Appends, proofs and tiles at each size, one after the other; the median counts. */
const ROUNDS = 100;
/** Entries that are put in at once where nothing is measured. */
const FILLED_AT_ONCE = 5_000;
const TILE = 256;

const fromBuild = (...path) => createRequire(import.meta.url)(join(DIST, ...path));
const ofService = (...path) => fromBuild('services', 'explanation-log', 'src', ...path);

/**
 * The same as in memory with what the service keeps its log in: its own store over an embedded Postgres, the remembered head in a
 * file, every append synced before it counts. Between the sizes the tables are filled by statements of many rows.
 *
 * @param {readonly number[]} sizes of the log at which it is measured, growing; each at least a hundred
 * @returns {Promise<{ size: number, appendMs: number, inclusionMs: number, consistencyMs: number, tileMs: number | null,
 *   checkMs: number, hashes: number }[]>} milliseconds
 */
export async function measureLogStore(sizes = SIZES) {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  let postgres;
  let dataSource;
  try {
    postgres = await startPostgres({ dataDir });
    dataSource = await opened(postgres.url('explanation_log'));
    return await measured(dataSource, join(dataDir, 'log-head'), sizes);
  } finally {
    await dataSource?.destroy();
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function opened(url) {
  const { createDataSource, runMigrations } = fromBuild('libs', 'persistence', 'src', 'index.js');
  const { ENTITIES } = ofService('persistence', 'entities.js');
  const { MIGRATIONS } = ofService('persistence', 'migrations.js');
  const service = { url, schema: 'explanation_log', entities: ENTITIES, migrations: MIGRATIONS };
  const dataSource = await createDataSource(service).initialize();
  await runMigrations(dataSource);
  return dataSource;
}

async function measured(dataSource, headFile, sizes) {
  const { TypeOrmLog } = ofService('persistence', 'typeorm-log.js');
  const { GuardHead } = ofService('use-cases', 'guard-head.js');
  const { ProveLog } = ofService('use-cases', 'prove-log.js');
  const { HeadFile } = ofService('adapters', 'head-file.js');
  const quiet = { info: () => undefined, error: () => undefined };
  const log = new TypeOrmLog(dataSource, new GuardHead(new HeadFile(headFile, 'bench'), quiet));
  const prove = new ProveLog(log);
  await log.append(newEntry());
  const rows = [];
  for (const size of sizes) {
    await fillUpTo(dataSource, size - ROUNDS + 1);
    // One that finds the head where filling left it; the others find their own.
    await log.append(newEntry());
    const appended = await timed(ROUNDS - 2, () => log.append(newEntry()));
    const head = await log.head();
    if (head.size !== size) throw new Error(`the log has ${head.size} entries, not ${size}`);
    rows.push({ size, appendMs: median(appended), ...(await proofsOf(prove, head)) });
  }
  return rows;
}

async function proofsOf(prove, head) {
  const { isConsistent, isIncluded } = fromBuild('libs', 'transparency-log', 'src', 'index.js');
  const place = (round) => Math.floor((round * head.size) / ROUNDS);
  const included = [];
  const consistent = [];
  const inclusion = await timed(ROUNDS, async (round) => included.push(await prove.inclusion(place(round))));
  const consistency = await timed(ROUNDS, async (round) =>
    consistent.push(await prove.consistency(place(round) + 1)),
  );
  const checks = await timed(ROUNDS, (round) => {
    const { path, ...leaf } = included[round];
    const { from, fromRootHash, path: grown } = consistent[round];
    const holds =
      isIncluded(leaf, head, path) && isConsistent({ size: from, rootHash: fromRootHash }, head, grown);
    if (!holds) throw new Error('a proof of the log does not hold');
  });
  const tiles = Math.floor(head.size / TILE);
  const tile = (round) => prove.tile({ level: 0, index: round % tiles, width: TILE });
  return {
    inclusionMs: median(inclusion),
    consistencyMs: median(consistency),
    checkMs: median(checks),
    hashes: Math.max(...[...included, ...consistent].map(({ path }) => path.length)),
    tileMs: tiles === 0 ? null : median(await timed(ROUNDS, tile)),
  };
}

function newEntry() {
  const { newSalt, saltedLeafOfText } = fromBuild('libs', 'transparency-log', 'src', 'index.js');
  const record = JSON.stringify({ kind: 'bench', id: randomUUID() });
  const salt = newSalt();
  const leafHash = saltedLeafOfText(record, salt);
  return {
    tenantId: 'bench',
    runId: randomUUID(),
    caseId: randomUUID(),
    record,
    salt,
    leafHash,
    appendedAt: new Date(),
  };
}

async function fillUpTo(dataSource, size) {
  const { appendLeaf } = fromBuild('libs', 'transparency-log', 'src', 'index.js');
  let [range] = await dataSource.query('SELECT size, subtrees FROM tree_head');
  if (range.size >= size) return;
  while (range.size < size) {
    const entries = [];
    const nodes = [];
    while (range.size < size && entries.length < FILLED_AT_ONCE) {
      const entry = { ...newEntry(), index: range.size };
      const grown = appendLeaf(range, entry.leafHash);
      entries.push(entry);
      nodes.push(...grown.completed);
      range = grown.range;
    }
    await fill(dataSource, entries, nodes, range);
  }
  // A log that grows by itself has been looked at by autovacuum long before it is so large.
  await dataSource.query('ANALYZE entries, tree_nodes');
}

async function fill(dataSource, entries, nodes, { size, subtrees }) {
  const columns = (rows, ...names) => names.map((name) => rows.map((row) => row[name]));
  await dataSource.query(
    `WITH leaves AS (
       INSERT INTO entries (index, run_id, tenant_id, case_id, leaf_hash, record, salt, appended_at)
       SELECT *, now() FROM unnest($1::integer[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
     ), completed AS (
       INSERT INTO tree_nodes (level, index, hash) SELECT * FROM unnest($8::integer[], $9::integer[], $10::text[])
     )
     UPDATE tree_head SET size = $11, subtrees = $12`,
    [
      ...columns(entries, 'index', 'runId', 'tenantId', 'caseId', 'leafHash', 'record', 'salt'),
      ...columns(nodes, 'level', 'index', 'hash'),
      size,
      JSON.stringify(subtrees),
    ],
  );
}

async function timed(rounds, act) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await act(round);
    times.push(performance.now() - start);
  }
  return times;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
