import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../embedded/postgres.mjs';
import { Product } from '../embedded/product.mjs';
import { SERVICES } from '../embedded/services.mjs';

/** Starts in turn with the floor, of which each time the fastest counts: whatever else the machine does only adds. */
const ROUNDS = 3;
/** How many times the floor a second start may take. */
export const START_LIMIT = 3;

/**
 * How long the product takes to start, first and again, beside the least that this can be: an embedded Postgres that
 * holds nothing, then five empty Nest applications, each a process, all at once.
 *
 * @returns {Promise<{ firstMs: number, secondMs: number, floorMs: number, ratio: number, limit: number }>}
 */
export async function measureStart() {
  const [dataDir, emptyDir] = await Promise.all(['start', 'floor'].map(newFolder));
  try {
    const firstMs = await productStart(dataDir);
    await floorStart(emptyDir);
    const second = [];
    const floor = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      second.push(await productStart(dataDir));
      floor.push(await floorStart(emptyDir));
    }
    const [secondMs, floorMs] = [Math.min(...second), Math.min(...floor)];
    return { firstMs, secondMs, floorMs, ratio: secondMs / floorMs, limit: START_LIMIT };
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

async function floorStart(dataDir) {
  let postgres;
  let children = [];
  try {
    return await elapsed(async () => {
      postgres = await startPostgres({ dataDir });
      children = SERVICES.map(() => fork(fileURLToPath(new URL('empty-service.mjs', import.meta.url))));
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
