import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { signer, type Signer } from '../../libs/cds-hooks/test/signed-call';
import { findRedisServer, startRedis, type TestRedis } from '../../libs/queue/test/fixtures/redis';
import { ChatEndpoint } from '../../libs/llm/test/chat-endpoint';
import { answerOf, type ApiClient, type Schemas } from '../support/client';
import { followLaunch, registerEhr } from '../support/ehr';
import { expectAllWell } from '../support/health';
import { assign, publishedCase } from '../support/launched';
import { connect, launchForm, postLaunch, startWithLms, type WithLms } from '../support/lms';
import { expectEachOnceInTheLog, readToTheEnd } from '../support/runs';
import { CODED, ENGLISH } from '../support/sample-cases';
import { ALL_SERVICES, type Stack } from '../support/stack';
import { WaitingScores } from '../support/waiting-scores';

jest.setTimeout(300_000);

const SHIFTED = join(__dirname, '../../libs/testing/shifted-clock.cjs');
/** What is asked of a stack that has just been started may take its time: here the clocks count. */
const UNHURRIED = { REQUEST_DEADLINE_MS: '30000', LLM_TIMEOUT_SECONDS: '60', CDS_DEADLINE_MS: '5000' };
const MINUTE_MS = 60_000;
const FAR_MS = 5 * MINUTE_MS;

/** What a token may be off by, where nothing else is configured, is a minute. */
const MORE_THAN_ALLOWED_SECONDS = 120;
const CDS = '/cds-services/openrounds-differential';
const CDS_ISSUER = 'https://ehr.example';
const PATIENT = 'tp-quackenbush';

/** Each service is ten minutes from its neighbours and five from the truth. */
const everySecondAhead = (gatewayAheadMs: number) =>
  Object.fromEntries(
    ALL_SERVICES.map((name, index) => [
      name,
      {
        ...UNHURRIED,
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
    const ehr = new MockEhr();
    let redis: TestRedis | undefined;
    let caller: Signer;
    let keys: Server;
    let given: WithLms;
    let stack: Stack;
    let client: ApiClient;
    let caseId: string;

    beforeAll(async () => {
      [caller] = await Promise.all([signer(), endpoint.start(), ehr.start()]);
      keys = createServer((_, response) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [caller.key] }));
      }).listen(0, '127.0.0.1');
      await once(keys, 'listening');
      const opinion = {
        diagnoses: [{ diseaseId: 'costochondritis', name: 'Costochondritis', probability: 0.7 }],
      };
      endpoint.behaviour = { kind: 'content', content: JSON.stringify(opinion) };
      if (backend === 'Redis') redis = await startRedis((await findRedisServer()) ?? 'redis-server');
      const keysOrigin = `http://127.0.0.1:${String((keys.address() as AddressInfo).port)}`;
      given = await startWithLms({
        origins: [ehr.origin, keysOrigin],
        commonEnv: { LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model' },
        env: everySecondAhead(gatewayAheadMs),
        ...(redis === undefined ? {} : { redisUrl: redis.url }),
      });
      ({ stack, teacher: client } = given);
      ehr.tool = given.publicUrl;
      await connect(given);
      await registerEhr(stack, ehr, 'Training');
      caseId = await publishedCase(given);
      const calls = { name: 'Calls', issuer: CDS_ISSUER, keySetUrl: `${keysOrigin}/keys` };
      await answerOf(
        client.POST('/v1/ehr-clients', {
          body: {
            ...{ ...calls, fhirBaseUrl: `${ehr.origin}/other/fhir` },
            ...{ origins: [], environment: 'training', language: 'en' },
          },
        }),
      );
    });
    afterAll(async () => {
      await given.stop();
      keys.close();
      await Promise.all([redis?.stop(), endpoint.stop(), ehr.stop()]);
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
      for (const service of ALL_SERVICES)
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

    it('let learners of a platform in, and post each score once, dated truly', async () => {
      const scores = await WaitingScores.of(given, caseId, 3, 'learner');
      await scores.finish();
      await scores.expectEachOnce();
      for (const { timestamp } of given.lms.gradeBook.kept)
        expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(MINUTE_MS);
    });

    it.each([
      ['lti-clock', 'made in two minutes', (at: number) => ({ iat: at + MORE_THAN_ALLOWED_SECONDS })],
      [
        'lti-expired',
        'over since two minutes',
        (at: number) => ({ iat: at - 2, exp: at - MORE_THAN_ALLOWED_SECONDS }),
      ],
    ])('refuse with %s a launch whose token is %s', async (code, _, timesOf) => {
      const { id } = await assign(client, caseId);
      const form = await launchForm(given, { id }, timesOf(Math.floor(Date.now() / 1_000)));
      expect(await (await postLaunch(given, form)).text()).toContain(code);
    });

    it('answer calls of a training EHR by the times of their tokens', async () => {
      const call = async (iatSeconds: number, expSeconds: number): Promise<number> => {
        const at = Math.floor(Date.now() / 1_000);
        const token = await caller.sign({
          ...{ iss: CDS_ISSUER, aud: `${given.publicUrl}${CDS}`, jti: randomUUID() },
          ...{ iat: at + iatSeconds, exp: at + expSeconds },
        });
        const context = { patientId: 'patient-77', userId: 'Practitioner/9' };
        const response = await fetch(stack.baseUrl + CDS, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ hook: 'patient-view', hookInstance: randomUUID(), context, prefetch: {} }),
        });
        return response.status;
      };
      const told = [
        await call(0, 120),
        await call(30, 150),
        await call(-MORE_THAN_ALLOWED_SECONDS - 60, -MORE_THAN_ALLOWED_SECONDS),
        await call(MORE_THAN_ALLOWED_SECONDS, MORE_THAN_ALLOWED_SECONDS + 120),
      ];
      // Whoever is let in is told that the call came without the record that it is about.
      expect(told).toEqual([412, 412, 401, 401]);
    });

    it('bring a training patient, and prove themselves to its EHR', async () => {
      const { importId } = await followLaunch(stack, ehr, PATIENT);
      const path = { id: importId };
      const read = await eventually('the record is read', async () => {
        const { state } = await answerOf(client.GET('/v1/ehr-imports/{id}', { params: { path } }));
        return ['ready', 'failed'].includes(state) && state;
      });
      expect(read).toBe('ready');
      const confirmation = { confirmation: 'training-record' } as const;
      const accepted = client.POST('/v1/ehr-imports/{id}/accept', { params: { path }, body: confirmation });
      const { id } = await answerOf(accepted);
      const { createdAt } = await answerOf(client.GET('/v1/cases/{id}', { params: { path: { id } } }));
      expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(MINUTE_MS);
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
