import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { CODED } from '../support/sample-cases';
import { startStack, type Stack } from '../support/stack';
import { ChatEndpoint } from '../../libs/llm/test/chat-endpoint';

jest.setTimeout(600_000); // two hundred runs on a machine that is busy with other tests

const endpoint = new ChatEndpoint();
/** The questions of runs; the service also asks once, of nobody, in which format the endpoint answers, and for narrations. */
const asked = () =>
  endpoint.seen.filter(({ body }) => body.includes('Pleuritic chest pain') && !body.includes('<evidence>'));
/** As far as it matters here. */
interface SentQuestion {
  readonly response_format?: { readonly json_schema?: { readonly name: string } };
}

let stack: Stack;
let client: ApiClient;

beforeAll(async () => {
  await endpoint.start();
  stack = await startStack({ commonEnv: { LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model' } });
  client = clientOf(stack.baseUrl, stack.apiKey);
});
afterAll(() => stack.stop());
afterAll(() => endpoint.stop());

describe('a second opinion of a language model', () => {
  let run: Schemas['Run'];

  beforeAll(async () => {
    const opinion = {
      diagnoses: [{ diseaseId: 'costochondritis', name: 'Costochondritis', probability: 0.7 }],
    };
    const answers: Readonly<Record<string, object>> = {
      proposer: { proposals: [{ name: 'A disease that the knowledge base lacks' }] },
      narrator: {
        sentences: [
          { text: 'Pulmonary embolism leads.', evidence: ['disease:pulmonary-embolism'] },
          { text: 'A trial of 1999 settled that.', evidence: ['doi:10.1000/182'] },
          { text: 'Costochondritis is excluded.', evidence: ['disease:pulmonary-embolism'] },
        ],
      },
      'lay-narrator': {
        sentences: [
          {
            text: 'We must be sure that there is no clot in your lungs.',
            evidence: ['danger:pulmonary-embolism'],
          },
          { text: 'Your pleuritic pain has a differential.', evidence: ['danger:pulmonary-embolism'] },
        ],
      },
    };
    endpoint.behaviour = { kind: 'content', content: JSON.stringify(opinion) };
    endpoint.dialect = {
      onFormat: (_, body, told) => {
        const { response_format: asked } = JSON.parse(body) as SentQuestion;
        const answer = answers[asked?.json_schema?.name ?? ''];
        return answer === undefined ? told : { kind: 'content', content: JSON.stringify(answer) };
      },
    };
    run = await rank(client, { case: CODED });
  });

  it('stands beside the engine’s list and never overrides it', () => {
    expect(run).toMatchObject({ degraded: [], versions: { llm: 'sample-model' } });
    expect(run.llm).toMatchObject({
      used: true,
      differential: [{ diseaseId: 'costochondritis', probability: 0.7 }],
      disagreement: { topDiffers: true },
      proposedOutsideKnowledgeBase: [{ name: 'A disease that the knowledge base lacks' }],
    });
    expect(run.differential[0]?.diseaseId).toBe('pulmonary-embolism');
    const pooled = run.llm.pooled?.find(({ diseaseId }) => diseaseId === 'pulmonary-embolism');
    expect(pooled?.probability).toBeGreaterThanOrEqual(run.differential[0]?.probability ?? 1);
  });

  it('is told coded facts only', () => {
    expect(asked()).toHaveLength(2);
    const probes = endpoint.seen.filter((each) => !asked().includes(each));
    expect(probes.map(({ body }) => body)).toEqual([expect.stringContaining('age in years: unknown')]);
  });

  const narrate = async (audience: 'clinician' | 'patient', headers: Record<string, string> = {}) =>
    answerOf(
      client.POST('/v1/runs/{id}/narrations', {
        params: { path: { id: run.id } },
        headers: { prefer: 'wait=30', ...headers },
        body: { audience, language: 'en' },
      }),
    );

  it('tells a run in sentences that stand on evidence, and says that a model wrote them', async () => {
    const narration = await narrate('clinician', { 'idempotency-key': 'narrate-once' });
    expect(narration).toMatchObject({
      status: 'written',
      sentences: [
        {
          text: 'Pulmonary embolism leads.',
          evidence: [{ id: 'disease:pulmonary-embolism', kind: 'disease' }],
          generatedBy: { model: 'sample-model', promptVersion: '1' },
        },
      ],
      dropped: { 'unknown-evidence': 1, 'unheld-disease': 1 },
      label: expect.stringContaining('AI-generated'),
    });
    const told = endpoint.seen.length;
    expect((await narrate('clinician', { 'idempotency-key': 'narrate-once' })).id).toBe(narration.id);
    expect(endpoint.seen).toHaveLength(told);
    const params = { path: { id: run.id, narrationId: narration.id } };
    expect(await answerOf(client.GET('/v1/runs/{id}/narrations/{narrationId}', { params }))).toEqual(
      narration,
    );
  });

  it('tells the patient in plain words', async () => {
    expect(await narrate('patient')).toMatchObject({
      status: 'written',
      sentences: [{ text: 'We must be sure that there is no clot in your lungs.' }],
      dropped: { jargon: 1 },
    });
  });

  it('is not asked where a caller does not want it', async () => {
    const without = await rank(client, { case: CODED, options: { llm: 'off' } });
    expect(without).toMatchObject({ llm: { used: false }, degraded: [] });
    expect(asked()).toHaveLength(2);
    const record = await answerOf(
      client.GET('/v1/runs/{id}/explanation', { params: { path: { id: run.id } } }),
    );
    expect(record.record).toMatchObject({ llm: { used: true, model: 'sample-model' } });
  });
});

describe('a language model that is not there', () => {
  it('degrades a run and lets it complete', async () => {
    // Nobody listens on the port of the discard protocol.
    const dead = { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_TIMEOUT_SECONDS: '1' };
    await stack.restart('ddx-ranking', dead);
    const run = await rank(client, { case: CODED });
    expect(run).toMatchObject({ degraded: ['llm'], llm: { used: false } });
    expect(run.versions.llm).toBe('sample-model');
    const narration = await answerOf(
      client.POST('/v1/runs/{id}/narrations', {
        params: { path: { id: run.id } },
        headers: { prefer: 'wait=30' },
        body: { audience: 'clinician', language: 'en' },
      }),
    );
    expect(narration).toMatchObject({ status: 'failed', sentences: [], fault: { code: 'no-answer' } });
    expect(asked()).toHaveLength(2);
  });
});

describe('a language model that never answers', () => {
  /** Many more than the model has places for: the long form has as many as the issue that asked for it. */
  const FULL = process.env['OPENROUNDS_FULL'] === '1';
  const RUNS = FULL ? 200 : 30;
  /** How many times as long a list may take while the model is silent: what the machine itself varies. */
  const ENGINE_LATER = 1.5;

  beforeAll(async () => {
    endpoint.behaviour = { kind: 'silence' };
    endpoint.dialect = {};
    endpoint.seen.length = 0;
    await stack.restart('ddx-ranking', { LLM_TIMEOUT_SECONDS: '3' });
  });

  /** Sends many runs at once, and reads each to its end. */
  const runAll = async (options: Schemas['CreateRunInput']['options']) => {
    const ids: string[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      ids.push((await answerOf(client.POST('/v1/runs', { body: { case: CODED, options } }))).id);
    }
    const runs: Schemas['Run'][] = [];
    const engineMs: number[] = [];
    for (const id of ids) {
      const params = { path: { id } };
      const { data } = await client.GET('/v1/runs/{id}/events', { params, parseAs: 'text' });
      const run = await answerOf(client.GET('/v1/runs/{id}', { params }));
      engineMs.push(timeOf('differential', data ?? '') - Date.parse(run.createdAt));
      runs.push(run);
    }
    return { runs, p95: p95Of(engineMs) };
  };

  it('leaves every run complete without it, as soon as ever, and is hardly asked', async () => {
    const off = await runAll({ llm: 'off' });
    expect(asked()).toEqual([]);
    const { runs, p95 } = await runAll({});
    const expected = {
      status: 'completed',
      degraded: ['llm'],
      llm: expect.objectContaining({ used: false }),
    };
    expect(runs).toEqual(runs.map(({ id }) => expect.objectContaining({ id, ...expected })));
    // Four at a time until the breaker opens, each tried at most twice; afterwards one now and then.
    expect(asked().length).toBeLessThan(RUNS / 2);
    expect(off.runs.map(({ degraded }) => degraded)).toEqual(off.runs.map(() => []));
    if (FULL) expect(p95).toBeLessThan(off.p95 * ENGINE_LATER);
  });
});

/** When an event of a stream came to be, in milliseconds. */
function timeOf(type: string, stream: string): number {
  const event = stream.split('\n\n').find((each) => each.includes(`event: ${type}\n`));
  const data = event?.split('\n').find((line) => line.startsWith('data: '));
  const { at } = JSON.parse(data?.slice('data: '.length) ?? '{}') as { at?: string };
  return Date.parse(at ?? '');
}

const p95Of = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
