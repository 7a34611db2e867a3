import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../embedded/product.mjs';
import { servicesFor } from '../embedded/services.mjs';
import { startRedis } from './redis.mjs';

/**
 * A product of its own on each queue backend, one after the other. Redis is left out where it is not installed.
 *
 * @template T
 * @param {(product: { backend: string, address: { port: number, apiKey: string }, pids: Record<string, number> }) => Promise<T>} measure
 *   `pids`: of the services, of Postgres and of Redis
 * @param {NodeJS.ProcessEnv} [env] besides that of this process
 * @returns {Promise<({ backend: string } & T)[]>}
 */
export async function onBothBackends(measure, env = {}) {
  const measured = [{ backend: 'Postgres', ...(await onBackend('Postgres', undefined, env, measure)) }];
  const redis = await startRedis();
  if (redis === undefined) return measured;
  try {
    return [...measured, { backend: 'Redis', ...(await onBackend('Redis', redis, env, measure)) }];
  } finally {
    await redis.stop();
  }
}

async function onBackend(backend, redis, env, measure) {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const queue = redis === undefined ? {} : { REDIS_URL: redis.url };
  const product = new Product({ dataDir, restarts: false, env: { ...env, ...queue } });
  try {
    const address = await product.start();
    const services = servicesFor({ ...process.env, ...env });
    const pids = {
      ...Object.fromEntries(services.map(({ name }) => [name, product.service(name).pid])),
      postgres: await postmasterOf(dataDir),
      ...(redis === undefined ? {} : { redis: redis.pid }),
    };
    return await measure({ backend, address, pids });
  } finally {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const postmasterOf = async (dataDir) =>
  Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
