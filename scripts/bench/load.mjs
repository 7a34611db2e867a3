import { ask, jsonOf } from './asking.mjs';

const WAIT_SECONDS = 20;
/** How long a run may take that was not done while its request waited. */
const LATEST_MS = 60_000;
const LOOK_EVERY_MS = 250;

/**
 * Runs of told cases by so many clients at the same time, each asking for its next when its last is done.
 *
 * @param {{ port: number, apiKey: string }} address
 * @param {object[]} cases taken in turn
 * @param {object} options
 * @param {number} options.clients
 * @param {(done: number) => boolean} options.enough asked before each run, with how many were begun
 * @returns {Promise<{ runs: number, lost: number, perSecond: number, p50: number, p99: number }>} times in
 *   milliseconds from request to answer; lost: accepted and never completed
 */
export async function runUnderLoad(address, cases, { clients, enough }) {
  const taken = [];
  let begun = 0;
  let lost = 0;
  const client = async () => {
    while (!enough(begun)) {
      const given = cases[begun++ % cases.length];
      const start = performance.now();
      if (await runOnce(address, given)) taken.push(performance.now() - start);
      else lost += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  return { runs: taken.length, lost, perSecond: taken.length / seconds, ...quantiles(taken) };
}

/** The median and the 99th percentile of some times. */
export function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: quantile(0.5), p99: quantile(0.99) };
}

/**
 * One run of a case, from request to answer.
 *
 * @param {object} [how]
 * @param {typeof ask} [how.asking] how requests are sent
 * @param {Record<string, string>} [how.headers] of the request for the run
 * @param {number} [how.latestMs] after which it never completes
 * @returns {Promise<boolean>} false when it was accepted and never completed
 * @throws Error when it is not accepted
 */
export async function runOnce(address, given, { asking = ask, headers = {}, latestMs = LATEST_MS } = {}) {
  const response = await asking(address, '/v1/runs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: `wait=${WAIT_SECONDS}`, ...headers },
    body: JSON.stringify({ case: given, options: { llm: 'off' } }),
  });
  let run = await jsonOf(response);
  const latest = performance.now() + latestMs;
  while (run.status !== 'completed' && run.status !== 'failed' && performance.now() < latest) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    run = await (await asking(address, `/v1/runs/${run.id}`)).json();
  }
  return run.status === 'completed';
}
