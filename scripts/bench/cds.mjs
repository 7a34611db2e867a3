import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../embedded/product.mjs';
import { quantiles } from './load.mjs';
import { startTrainingEhr } from './training-ehr.mjs';

const CALLS = 200;
const WARM_UP = 20;
/** In milliseconds, for a call with everything in it. */
export const CDS_LIMIT_MS = 150;

/**
 * Calls by CDS Hooks one after the other, from request to cards, on a started product with a public address.
 *
 * @returns {Promise<{ calls: number, p50: number, p99: number, late: number }>} milliseconds
 */
export async function measureCds() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const ehr = await startTrainingEhr();
  const env = { ...ehr.env, RATE_LIMIT_PER_MINUTE: '100000' };
  const product = new Product({ dataDir, restarts: false, env });
  try {
    const address = await product.start();
    await ehr.register(address);
    return await measureCalls(ehr, address);
  } finally {
    await product.stop();
    ehr.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureCalls(ehr, address) {
  for (let call = 0; call < WARM_UP; call += 1) await ehr.call(address);
  const taken = [];
  let late = 0;
  for (let call = 0; call < CALLS; call += 1) {
    const answer = await ehr.call(address);
    taken.push(answer.ms);
    if (answer.late) late += 1;
  }
  return { calls: CALLS, ...quantiles(taken), late };
}
