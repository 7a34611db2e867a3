import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMb } from '../embedded/processes.mjs';
import { Product } from '../embedded/product.mjs';
import { servicesFor } from '../embedded/services.mjs';
import { runUnderLoad } from './load.mjs';
import { processorMs } from './processes.mjs';
import { startRedis } from './redis.mjs';
import { toldCases } from './told-cases.mjs';

const SERVICES = servicesFor(process.env);

const WARM_UP = 120;
const RUNS_ALONE = 120;
const CLIENTS = [1, 4, 16, 64];
const SECONDS_EACH = 20;
const SOAK_CLIENTS = 16;
const LOOK_EVERY_MS = 30_000;

/**
 * The services on both queue backends: processor time of a run by process, and runs per second. Redis is left out
 * where it is not installed.
 *
 * @returns {Promise<{ backend: string, processorMs: Record<string, number>, loads: object[] }[]>}
 */
export const measureUnderLoad = () =>
  onBothBackends(async ({ address, cases, pids }) => {
    await runUnderLoad(address, cases, { clients: 4, enough: (begun) => begun >= WARM_UP });
    const processor = await processorTimeOfARun(address, cases, pids);
    const loads = [];
    for (const clients of CLIENTS) {
      const end = performance.now() + SECONDS_EACH * 1_000;
      const load = await runUnderLoad(address, cases, { clients, enough: () => performance.now() > end });
      loads.push({ clients, ...load });
    }
    return { processorMs: processor, loads };
  });

/**
 * Sixteen clients without a pause.
 *
 * @param {number} minutes on each backend
 * @param {(backend: string, memory: Record<string, number>) => void} onLook resident memory in MB, twice a minute
 */
export const soak = (minutes, onLook) =>
  onBothBackends(async ({ backend, address, cases, pids }) => {
    const look = () =>
      onLook(
        backend,
        Object.fromEntries(SERVICES.map(({ name }) => [name, Math.round(residentMb(pids[name]))])),
      );
    const timer = setInterval(look, LOOK_EVERY_MS);
    const end = performance.now() + minutes * 60_000;
    try {
      look();
      return await runUnderLoad(address, cases, {
        clients: SOAK_CLIENTS,
        enough: () => performance.now() > end,
      });
    } finally {
      clearInterval(timer);
      look();
    }
  });

async function onBothBackends(measure) {
  const cases = toldCases();
  const measured = [{ backend: 'Postgres', ...(await onBackend('Postgres', undefined, cases, measure)) }];
  const redis = await startRedis();
  if (redis === undefined) return measured;
  try {
    return [...measured, { backend: 'Redis', ...(await onBackend('Redis', redis, cases, measure)) }];
  } finally {
    await redis.stop();
  }
}

async function onBackend(backend, redis, cases, measure) {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const env = redis === undefined ? {} : { REDIS_URL: redis.url };
  const product = new Product({ dataDir, restarts: false, env });
  try {
    const address = await product.start();
    const pids = {
      ...Object.fromEntries(SERVICES.map(({ name }) => [name, product.service(name).pid])),
      postgres: await postmasterOf(dataDir),
      ...(redis === undefined ? {} : { redis: redis.pid }),
    };
    return await measure({ backend, address, cases, pids });
  } finally {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const postmasterOf = async (dataDir) =>
  Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** One after the other: what the services do by themselves from time to time counts as well. */
async function processorTimeOfARun(address, cases, pids) {
  const now = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)]));
  const before = now();
  await runUnderLoad(address, cases, { clients: 1, enough: (begun) => begun >= RUNS_ALONE });
  const after = now();
  return Object.fromEntries(
    Object.keys(pids).map((name) => [name, (after[name] - before[name]) / RUNS_ALONE]),
  );
}
