import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Product } from '../embedded/product.mjs';
import { ask, jsonOf } from './asking.mjs';
import { toldCases } from './told-cases.mjs';

const ROUNDS = 6;
/** In each round, with the model and without. */
const RUNS = 100;
const WARM_UP = 40;
/** How long the model takes for one answer. It has four places, and a run asks it two or three things. */
const ANSWERS_AFTER_MS = 600;
const MODEL_SECONDS = 10;
/** A list with the model to one without, 95th percentiles, median of the rounds. */
export const SLOW_MODEL_LIMIT = 1.25;

/**
 * How long the engine's list is waited for where a slow language model is asked as well, beside runs of the same cases that do
 * without: in each round so many of both at once, one kind after the other, begun by turns with either.
 *
 * @returns {Promise<{ rounds: number, runs: number, off: Spread, on: Spread, ratio: { p50: number, p95: number },
 *   ratios: number[], used: number }>} milliseconds from acceptance to list, medians of the rounds; `ratios`: of each round's
 *   95th percentiles; `used`: runs that the model said something of
 * @typedef {{ p50: number, p95: number }} Spread
 */
export async function measureSlowModel() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const model = await slowModel();
  const env = {
    ...{ LLM_BASE_URL: `http://127.0.0.1:${model.address().port}/v1`, LLM_MODEL: 'slow' },
    ...{ LLM_TIMEOUT_SECONDS: String(MODEL_SECONDS), LLM_CACHE_SECONDS: '0' },
    ...{ RATE_LIMIT_PER_MINUTE: '100000', RATE_LIMIT_BYTES_PER_MINUTE: '1000000000' },
  };
  const product = new Product({ dataDir, restarts: false, env });
  try {
    return await measureRounds(await product.start());
  } finally {
    await product.stop();
    model.closeAllConnections();
    model.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureRounds(address) {
  const cases = toldCases();
  for (const llm of ['off', 'auto']) await batch(address, cases.slice(0, WARM_UP), llm);
  const rounds = [];
  let used = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const given = Array.from({ length: RUNS }, (_, at) => cases[(round * RUNS + at) % cases.length]);
    const taken = {};
    for (const llm of round % 2 === 0 ? ['off', 'auto'] : ['auto', 'off']) {
      const runs = await batch(address, given, llm);
      taken[llm] = spread(runs.map(({ ms }) => ms));
      used += runs.filter(({ run }) => run.llm?.used).length;
    }
    rounds.push(taken);
  }
  if (used === 0) throw new Error('the model was not asked');
  const over = (of) => median(rounds.map(of));
  const each = (llm) => ({ p50: over((round) => round[llm].p50), p95: over((round) => round[llm].p95) });
  const ratioOf = (at) => (round) => round.auto[at] / round.off[at];
  return {
    ...{ rounds: ROUNDS, runs: RUNS, off: each('off'), on: each('auto'), used },
    ratio: { p50: over(ratioOf('p50')), p95: over(ratioOf('p95')) },
    ratios: rounds.map(ratioOf('p95')),
  };
}

/** Asks for all before any is waited for, and reads each to its end: nothing is left for the next batch. */
async function batch(address, cases, llm) {
  const ids = [];
  for (const given of cases) {
    const response = await ask(address, '/v1/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ case: given, options: { llm } }),
    });
    ids.push((await jsonOf(response)).id);
  }
  const runs = [];
  for (const id of ids) {
    const events = await (await ask(address, `/v1/runs/${id}/events`)).text();
    const run = await jsonOf(await ask(address, `/v1/runs/${id}`));
    if (run.status !== 'completed') throw new Error(`a run ended as ${run.status}`);
    runs.push({ run, ms: listedAt(events) - Date.parse(run.createdAt) });
  }
  return runs;
}

/** When the list was there, by the events of a run. */
function listedAt(events) {
  const event = events.split('\n\n').find((each) => each.includes('event: differential\n'));
  const data = event.split('\n').find((line) => line.startsWith('data: '));
  return Date.parse(JSON.parse(data.slice('data: '.length)).at);
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(sorted.length * share) - 1];
  return { p50: at(0.5), p95: at(0.95) };
}

const median = (figures) => {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
};

/** A chat-completions endpoint that takes its time, and says of each role what is of its form. */
async function slowModel() {
  const server = createServer(async (request, response) => {
    if (request.url.endsWith('/models')) {
      response.writeHead(404).end('{}');
      return;
    }
    const asked = JSON.stringify(await json(request));
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(completion(answerTo(asked)));
    }, ANSWERS_AFTER_MS);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function answerTo(asked) {
  if (asked.includes('<text 1>')) return { findings: [] };
  if (asked.includes('"proposer"')) return { proposals: [] };
  return { diagnoses: [{ diseaseId: 'costochondritis', name: 'Costochondritis', probability: 0.7 }] };
}

const completion = (answer) =>
  JSON.stringify({
    ...{ id: 'bench', object: 'chat.completion', created: 0, model: 'slow' },
    choices: [
      { index: 0, message: { role: 'assistant', content: JSON.stringify(answer) }, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 1_200, completion_tokens: 600, total_tokens: 1_800 },
  });
