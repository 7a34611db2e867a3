import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLES, DIST } from '../build/places.mjs';
import { startPostgres } from '../embedded/postgres.mjs';

const CALLS = 1_000;
const WARM_UP = 50;
/** What a run tells of a case: so many findings, and the candidates that can matter. */
const FACTS = 25;
const CANDIDATES = 60;
/** Milliseconds that the guards may cost beside the bare call. */
export const GUARDS_LIMIT_MS = 100;

const fromBuild = (...path) => createRequire(import.meta.url)(join(DIST, ...path));

/**
 * A question of a run asked of an endpoint on this machine that answers at once: bare, behind all guards with their tables
 * in Postgres, and again where the answer is kept. In turn, so that all three meet the same machine.
 *
 * @returns {Promise<{ calls: number, rows: { what: string, p50: number, p99: number }[], over: { p50: number, p99: number } }>}
 *   milliseconds; `over` is what the guards add to the bare call asked beside them
 */
export async function measureLlm() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const endpoint = await answering(answerOf(question()));
  let postgres;
  let dataSource;
  try {
    postgres = await startPostgres({ dataDir });
    dataSource = await opened(postgres.url('ddx_ranking'));
    return await measured(dataSource, `http://127.0.0.1:${endpoint.address().port}/v1`);
  } finally {
    await dataSource?.destroy();
    await postgres?.stop();
    endpoint.closeAllConnections();
    endpoint.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measured(dataSource, baseUrl) {
  const { guardedModel, RANKER } = fromBuild('libs', 'llm', 'src', 'index.js');
  const { openAiCompatibleModel } = fromBuild(
    ...['libs', 'llm', 'src', 'adapters', 'openai-compatible', 'openai-compatible.js'],
  );
  const options = { baseUrl, model: 'bench', timeoutMs: 30_000, structuredOutput: 'json_schema' };
  const bare = openAiCompatibleModel(options);
  const guarded = await guardedModel({ kind: 'openai-compatible', ...options }, guards(dataSource));
  const taken = { bare: [], asked: [], kept: [] };
  for (let call = -WARM_UP; call < CALLS; call += 1) {
    // Of a knowledge of its own, so that no call finds the answer of the one before.
    const whose = { tenantId: 'bench', userId: 'bench', knowledge: String(call), caseId: randomUUID() };
    const ask = (model) => model.ask(RANKER, question(), whose);
    for (const [what, model] of [
      ['bare', bare],
      ['asked', guarded],
      ['kept', guarded],
    ]) {
      const start = performance.now();
      const { cached } = await ask(model);
      if (call >= 0) taken[what].push(performance.now() - start);
      if (cached !== (what === 'kept')) throw new Error(`${what}: ${cached ? 'kept' : 'asked'}`);
    }
  }
  const over = taken.asked.map((ms, call) => ms - taken.bare[call]);
  return {
    calls: CALLS,
    rows: Object.entries(taken).map(([what, times]) => ({ what, ...spread(times) })),
    over: spread(over),
  };
}

function guards(dataSource) {
  const persistence = (file) => fromBuild('services', 'ddx-ranking', 'src', 'persistence', file);
  const { Sealer, systemClock } = fromBuild('libs', 'platform', 'src', 'index.js');
  const { TypeOrmLlmAnswers } = persistence('typeorm-llm-answers.js');
  const { TypeOrmLlmUsage } = persistence('typeorm-llm-usage.js');
  const sealer = new Sealer({ current: 'bench', keys: new Map([['bench', randomBytes(32)]]) });
  return {
    budget: { maxPromptBytes: 131_072, daily: { user: 1e12, tenant: 1e12, all: 1e12 } },
    ledger: new TypeOrmLlmUsage(dataSource),
    answers: new TypeOrmLlmAnswers(dataSource, sealer, systemClock),
  };
}

async function opened(url) {
  const { createDataSource, runMigrations } = fromBuild('libs', 'persistence', 'src', 'index.js');
  const { ENTITIES } = fromBuild('services', 'ddx-ranking', 'src', 'persistence', 'entities.js');
  const { MIGRATIONS } = fromBuild('services', 'ddx-ranking', 'src', 'persistence', 'migrations.js');
  const service = { url, schema: 'ddx_ranking', entities: ENTITIES, migrations: MIGRATIONS };
  const dataSource = await createDataSource(service).initialize();
  await runMigrations(dataSource);
  return dataSource;
}

let asked;
/** Findings and diseases of the knowledge base that ships, as a run tells them. */
function question() {
  if (asked !== undefined) return asked;
  const { BundleStore } = fromBuild('libs', 'knowledge', 'src', 'index.js');
  const { findings, diseases } = new BundleStore(BUNDLES).current();
  asked = {
    language: 'en',
    patient: { ageYears: 58, sex: 'female', pregnant: null },
    setting: 'emergency',
    facts: findings
      .filter(({ domain }) => domain === 'binary')
      .slice(0, FACTS)
      .map(({ id, name }) => ({ findingId: id, name: name.en, presence: 'present' })),
    diseases: diseases.slice(0, CANDIDATES).map(({ id, name }) => ({ diseaseId: id, name: name.en })),
  };
  return asked;
}

const answerOf = ({ diseases }) =>
  JSON.stringify({
    diagnoses: diseases
      .slice(0, 20)
      .map(({ diseaseId, name }) => ({ diseaseId, name, probability: 1 / CANDIDATES })),
  });

/** A chat-completions endpoint that always says the same, at once. */
async function answering(content) {
  const body = JSON.stringify({
    id: 'bench',
    object: 'chat.completion',
    created: 0,
    model: 'bench',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1_200, completion_tokens: 600, total_tokens: 1_800 },
  });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}
