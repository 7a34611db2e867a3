import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../embedded/postgres.mjs';
import { Product } from '../embedded/product.mjs';
import { servicesFor } from '../embedded/services.mjs';

const SERVICES = servicesFor(process.env);

/** Starts in turn with the floor, of which each time the fastest counts: whatever else the machine does only adds. */
const ROUNDS = 3;
/** How many times the floor a second start may take. */
export const START_LIMIT = 3;
/** The limit is for so many empty applications. There are more services now, and the floor is measured for those as well. */
const EMPTY_SERVICES = 5;

/**
 * How long the product takes to start, first and again, beside the least that this can be: an embedded Postgres that
 * holds nothing, then empty Nest applications, each a process, all at once: five, and as many as there are services.
 *
 * @returns {Promise<{ firstMs: number, secondMs: number, floorMs: number, floorOfAllMs: number, ratio: number,
 *   ratioOfAll: number, services: number, limit: number }>} `ratio` is to five, `ratioOfAll` to as many
 */
export async function measureStart() {
  const [dataDir, emptyDir] = await Promise.all(['start', 'floor'].map(newFolder));
  try {
    const firstMs = await productStart(dataDir);
    await floorStart(emptyDir, EMPTY_SERVICES);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push([
        await productStart(dataDir),
        await floorStart(emptyDir, EMPTY_SERVICES),
        await floorStart(emptyDir, SERVICES.length),
      ]);
    }
    const [secondMs, floorMs, floorOfAllMs] = [0, 1, 2].map((what) =>
      Math.min(...rounds.map((taken) => taken[what])),
    );
    const ratios = { ratio: secondMs / floorMs, ratioOfAll: secondMs / floorOfAllMs };
    return {
      firstMs,
      secondMs,
      floorMs,
      floorOfAllMs,
      ...ratios,
      services: SERVICES.length,
      limit: START_LIMIT,
    };
  } finally {
    for (const dir of [dataDir, emptyDir]) await rm(dir, { recursive: true, force: true });
  }
}

const newFolder = (name) => mkdtemp(join(tmpdir(), `openrounds-bench-${name}-`));

async function productStart(dataDir) {
  const product = new Product({ dataDir, restarts: false });
  try {
    return await elapsed(() => product.start());
  } finally {
    await product.stop();
  }
}

async function floorStart(dataDir, services) {
  let postgres;
  let children = [];
  try {
    return await elapsed(async () => {
      postgres = await startPostgres({ dataDir });
      const empty = fileURLToPath(new URL('empty-service.mjs', import.meta.url));
      children = Array.from({ length: services }, () => fork(empty));
      await Promise.all(children.map((child) => once(child, 'message')));
    });
  } finally {
    await Promise.all(children.map(ended));
    await postgres?.stop();
  }
}

async function ended(child) {
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}

async function elapsed(task) {
  const start = performance.now();
  await task();
  return performance.now() - start;
}
