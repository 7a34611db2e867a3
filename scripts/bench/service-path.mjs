import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proportionalMb, residentMb } from '../embedded/processes.mjs';
import { Product } from '../embedded/product.mjs';
import { servicesFor } from '../embedded/services.mjs';
import { openChain, payloadOf, STEPS, stepHandler } from './empty-chain.mjs';

const SERVICES = servicesFor(process.env);

const RUNS = 200;
const WARM_UP = 20;
const WAIT_SECONDS = 20;

/** A body that nothing is to be done with, but to find out that it is one. */
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);
export const DEEP_LIMIT_MS = 50;

const CASE = {
  language: 'en',
  setting: 'emergency',
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  narrative:
    'Sudden shortness of breath since this morning and sharp pain on the right side of the chest when breathing in. ' +
    'Knee replacement 11 days ago. She denies cough, fever and haemoptysis. Pulse 112/min, SpO2 91% on air.',
};

/**
 * The whole product on this machine: start-up, the way of a run from HTTP to completed beside the same number of
 * empty jobs on the same queue, and memory. The data folder is a new one and removed afterwards.
 */
export async function measureServices() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  try {
    const first = await timedStart(dataDir);
    await first.product.stop();
    const second = await timedStart(dataDir);
    try {
      const path = await measurePath(second.product, second.address);
      return {
        startMs: { first: first.ms, second: second.ms },
        ...path,
        memoryMb: memoryOf(second.product),
      };
    } finally {
      await second.product.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function timedStart(dataDir) {
  const product = new Product({ dataDir, restarts: false });
  const start = performance.now();
  try {
    return { product, address: await product.start(), ms: performance.now() - start };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function measurePath(product, address) {
  const chain = await emptyChain(product.databaseUrl('queue'));
  try {
    const runs = await latenciesOf(() => runOnce(address));
    const empty = await latenciesOf(() => chain.once());
    const deep = await latenciesOf(() => refuseDeep(address));
    return { runs, empty, deep, ratio: { p50: runs.p50 / empty.p50, p99: runs.p99 / empty.p99 } };
  } finally {
    await chain.close();
  }
}

/** One after the other: how long one teacher waits, not how many the machine can serve. */
async function latenciesOf(once) {
  for (let run = 0; run < WARM_UP; run += 1) await once();
  const taken = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await once();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const quantile = (share) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))];
  return { p50: quantile(0.5), p99: quantile(0.99) };
}

const post = ({ port, apiKey }, body, headers = {}) =>
  fetch(`http://127.0.0.1:${port}/v1/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    body,
  });

async function refuseDeep(address) {
  const { status } = await post(address, `{"case":${DEEP}}`);
  if (status !== 422) throw new Error(`a body of 100,000 levels was answered with ${status}`);
}

async function runOnce(address) {
  const body = JSON.stringify({ case: CASE, options: { llm: 'off' } });
  const response = await post(address, body, { prefer: `wait=${WAIT_SECONDS}` });
  const run = await response.json();
  if (run.status !== 'completed')
    throw new Error(`a run ended as ${response.status} ${run.status ?? run.title}`);
}

/** The steps but the last run in processes of their own; the last one, here, says when a chain is through. */
async function emptyChain(url) {
  const main = fileURLToPath(new URL('./empty-steps.mjs', import.meta.url));
  const last = STEPS.length - 1;
  const children = STEPS.slice(0, last).map((_queue, step) =>
    fork(main, [], { env: { ...process.env, BENCH_QUEUE_URL: url, BENCH_STEP: String(step) } }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const queues = await openChain(url);
  const waiting = new Map();
  const done = (runId) => waiting.get(runId)?.();
  const workers = await queues.startWorkers({ queues: [STEPS[last]], handlers: [stepHandler(last, done)] });
  return {
    async once() {
      const runId = randomUUID();
      const through = new Promise((resolve) => waiting.set(runId, resolve));
      await queues.jobs.enqueue(STEPS[0], 'step.v1', payloadOf(runId), { jobId: `${runId}-0` });
      await through;
      waiting.delete(runId);
    },
    async close() {
      for (const child of children) child.disconnect();
      await workers.close(1_000);
      await queues.close();
    },
  };
}

/** Memory in MB by service, where the system tells it: resident, and with what is shared counted once. */
const memoryOf = (product) =>
  Object.fromEntries(
    SERVICES.map(({ name }) => {
      const { pid } = product.service(name);
      return [name, { resident: residentMb(pid), proportional: proportionalMb(pid) }];
    }),
  );
