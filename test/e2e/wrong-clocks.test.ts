import { join } from 'node:path';
import { describeInFull } from '@openrounds/testing';
import { findRedisServer, startRedis, type TestRedis } from '../../libs/queue/test/fixtures/redis';
import { ChatEndpoint } from '../../libs/llm/test/chat-endpoint';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { expectAllWell } from '../support/health';
import { expectEachOnceInTheLog, IMPATIENT, readToTheEnd } from '../support/runs';
import { CODED, ENGLISH } from '../support/sample-cases';
import { SERVICES, startStack, type Stack } from '../support/stack';

jest.setTimeout(300_000);

const SHIFTED = join(__dirname, '../../libs/testing/shifted-clock.cjs');
/** What is asked of a stack that has just been started may take its time: here the clocks count. */
const UNHURRIED = { REQUEST_DEADLINE_MS: '30000', LLM_TIMEOUT_SECONDS: '60' };
const MINUTE_MS = 60_000;
const FAR_MS = 5 * MINUTE_MS;

/** Each service is ten minutes from its neighbours and five from the truth. */
const everySecondAhead = (gatewayAheadMs: number) =>
  Object.fromEntries(
    SERVICES.map((name, index) => [
      name,
      {
        NODE_OPTIONS: `--require ${SHIFTED}`,
        CLOCK_AHEAD_MS: String(index % 2 === 0 ? gatewayAheadMs : -gatewayAheadMs),
      },
    ]),
  );

describeInFull('services whose clocks are five minutes off, to both sides', () => {
  describe.each([
    ['Postgres', FAR_MS],
    ['Redis', -FAR_MS],
  ] as const)('with the queues on %s and the gateway %d ms ahead', (backend, gatewayAheadMs) => {
    const endpoint = new ChatEndpoint();
    let redis: TestRedis | undefined;
    let stack: Stack;
    let client: ApiClient;

    beforeAll(async () => {
      await endpoint.start();
      const opinion = {
        diagnoses: [{ diseaseId: 'costochondritis', name: 'Costochondritis', probability: 0.7 }],
      };
      endpoint.behaviour = { kind: 'content', content: JSON.stringify(opinion) };
      if (backend === 'Redis') redis = await startRedis((await findRedisServer()) ?? 'redis-server');
      stack = await startStack({
        commonEnv: { ...IMPATIENT, ...UNHURRIED, LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model' },
        env: everySecondAhead(gatewayAheadMs),
        ...(redis === undefined ? {} : { redisUrl: redis.url }),
      });
      client = clientOf(stack.baseUrl, stack.apiKey);
    });
    afterAll(async () => {
      await stack.stop();
      await redis?.stop();
      await endpoint.stop();
    });

    /** A run that has ended, however long it takes on a machine that is busy with other tests. */
    const ended = async (body: Schemas['CreateRunInput']): Promise<Schemas['Run']> => {
      const { id } = await answerOf(client.POST('/v1/runs', { body }));
      await readToTheEnd(client, id);
      return answerOf(client.GET('/v1/runs/{id}', { params: { path: { id } } }));
    };

    it('complete runs with all their parts, each once in the log, and date them truly', async () => {
      const run = await ended({ case: CODED });
      expect(run).toMatchObject({ status: 'completed', degraded: [], llm: { used: true } });
      expect(Math.abs(Date.parse(run.createdAt) - Date.now())).toBeLessThan(MINUTE_MS);
      await expectEachOnceInTheLog(client, [run.id]);
      for (const service of SERVICES)
        expect([service, stack.logs(service).split('the clock of this machine').length - 1]).toEqual([
          service,
          1,
        ]);
    });

    it('answer one another at once', async () => {
      const { id } = await ended({ case: ENGLISH });
      const path = { id };
      const asked = [
        client.POST('/v1/intake/preview', { body: { narrative: 'cough' } }),
        client.POST('/v1/runs/{id}/what-if', {
          params: { path },
          body: { set: [{ findingId: 'haemoptysis', presence: 'present' }] },
        }),
        client.GET('/v1/guidelines/search', { params: { query: { q: 'pulmonary embolism' } } }),
        client.GET('/v1/runs/{id}/explanation', { params: { path } }),
        client.GET('/v1/assignments'),
      ];
      const answers = await Promise.all(asked);
      expect(answers.map(({ error }) => error)).toEqual(answers.map(() => undefined));
    });

    it('erase a case everywhere', async () => {
      const stored = await answerOf(client.POST('/v1/cases', { body: CODED }));
      const run = await ended({ caseId: stored.id });
      await client.DELETE('/v1/cases/{id}', { params: { path: { id: stored.id } } });
      const gone = await client.GET('/v1/runs/{id}', { params: { path: { id: run.id } } });
      expect(gone.response.status).toBe(410);
      await expectAllWell(stack);
    });
  });
});
