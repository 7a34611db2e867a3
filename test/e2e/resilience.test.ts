import { loadQueueKeys } from '@openrounds/platform';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { erasureJobId, QUEUES, runJobId } from '@openrounds/contracts';
import { openQueues } from '@openrounds/queue';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { CODED } from '../support/sample-cases';
import { findRedisServer, redisIsInstalled, startRedis } from '../../libs/queue/test/fixtures/redis';
import { answersOfAllOperations, fillDiskOf, holdConnections, takeDatabaseFrom } from '../support/outage';
import { startStack, type ServiceName, type Stack } from '../support/stack';
import { eventually } from '@openrounds/testing';
import { freePort } from '../../scripts/embedded/free-port.cjs';
import { Client } from 'pg';

jest.setTimeout(300_000);

const SERVICES: readonly ServiceName[] = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
];

/** Between commit and what follows: one place in each handler, struck once. */
const FAULT_POINTS: readonly (readonly [ServiceName, string])[] = [
  ['gateway', 'gateway:create-run'],
  ['case-intake', 'case-intake:normalise-case'],
  ['ddx-ranking', 'ddx-ranking:rank-differential'],
  ['guideline-retrieval', 'guideline-retrieval:retrieve-guidelines'],
  ['explanation-log', 'explanation-log:finalise-explanation'],
  ['gateway', 'gateway:run-progressed'],
  ['gateway', 'gateway:run-completed'],
];

/** The whole list is long; a commit is checked on its core, `npm run test:full` on all of it and on both backends. */
const FULL = process.env['OPENROUNDS_FULL'] === '1';
/** Half of them before the blow, five while the service is away, the rest after it. */
const RUNS = FULL ? 50 : 20;
const BACKENDS: readonly ('Postgres' | 'Redis')[] = FULL ? ['Postgres', 'Redis'] : ['Postgres'];

/** A Redis of the test's own; where the program is missing, the long forms fail rather than pass by. */
async function redisFor(
  backend: (typeof BACKENDS)[number],
): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  if (backend === 'Postgres') return undefined;
  const program = await findRedisServer();
  if (program === undefined) throw new Error('the long forms need redis-server');
  return startRedis(program);
}

/** Work of dead processes is taken up fast, so that the tests need not wait long. */
const IMPATIENT = { STALLED_SECONDS: '3', RECONCILE_AFTER_SECONDS: '4' };

type RunState = Pick<Schemas['Run'], 'id' | 'status'>;

/** Waits until each run has ended; the runs themselves say when, nothing is slept through. */
async function untilEnded(client: ApiClient, ids: readonly string[]): Promise<RunState[]> {
  const runs: RunState[] = [];
  for (const id of ids) {
    await readToTheEnd(client, id);
    runs.push(await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id } } })));
  }
  return runs;
}

const logSize = async (client: ApiClient): Promise<number> =>
  (await answerOf(client.GET('/v1/log/checkpoint'))).size;

async function readToTheEnd(client: ApiClient, id: string): Promise<void> {
  const { data } = await client.GET('/v1/runs/{id}/events', { params: { path: { id } }, parseAs: 'text' });
  expect(data).toMatch(/event: (completed|failed)/);
}

/** Expects of the entries from `first` on that they are these runs, each once. */
async function expectEachOnceInTheLog(client: ApiClient, ids: readonly string[], first = 0): Promise<void> {
  const size = await logSize(client);
  const entries = await Promise.all(
    Array.from({ length: size - first }, (_, at) =>
      answerOf(client.GET('/v1/log/entries/{index}', { params: { path: { index: first + at } } })),
    ),
  );
  expect(entries.map(({ record }) => String(record?.['runId'])).sort()).toEqual([...ids].sort());
}

describe.each(BACKENDS)('with the queues on %s', (backend) => {
  let redis: Awaited<ReturnType<typeof redisFor>>;
  let stack: Stack;
  let client: ApiClient;

  beforeAll(async () => {
    redis = await redisFor(backend);
    stack = await startStack({
      commonEnv: IMPATIENT,
      ...(redis === undefined ? {} : { redisUrl: redis.url }),
    });
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(async () => {
    await stack.stop();
    await redis?.stop();
  });

  /**
   * Sends runs until each was accepted: while the gateway is away, a caller tries again with the same key.
   *
   * @returns the ids of the runs
   */
  const accept = async (
    count: number,
    key: string,
    meanwhile: (accepted: number) => Promise<void>,
    gatewayIsBack: () => Promise<void>,
  ): Promise<string[]> => {
    const ids: string[] = [];
    while (ids.length < count) {
      const params = { header: { 'Idempotency-Key': `${key.replace(':', '-')}-${String(ids.length)}` } };
      const sent = await client.POST('/v1/runs', { params, body: { case: CODED } }).catch(() => undefined);
      if (sent === undefined || sent.response.status >= 500) {
        await gatewayIsBack();
        continue;
      }
      if (sent.data === undefined) throw new Error(JSON.stringify(sent.error));
      ids.push(sent.data.id);
      await meanwhile(ids.length);
    }
    return ids;
  };

  const expectAllCompleted = async (ids: readonly string[], logged: number): Promise<void> => {
    const runs = await untilEnded(client, ids);
    expect(runs).toEqual(ids.map((id) => expect.objectContaining({ id, status: 'completed' })));
    await expectEachOnceInTheLog(client, ids, logged);
  };

  it.each(FULL ? SERVICES : (['gateway', 'ddx-ranking', 'explanation-log'] as const))(
    `completes ${String(RUNS)} runs, each once in the log, when %s is killed among them`,
    async (service) => {
      const logged = await logSize(client);
      const ids = await accept(
        RUNS,
        `${service}-is-killed`,
        async (accepted) => {
          if (accepted === RUNS / 2) await stack.kill(service);
          if (accepted === RUNS / 2 + 5) await stack.restart(service);
        },
        () => stack.restart('gateway'),
      );
      await expectAllCompleted(ids, logged);
    },
  );

  const struck = (point: string): string => join(stack.dataDir, `${point.replace(':', '-')}-struck`);

  it.each(FAULT_POINTS)('completes every run when %s dies at %s', async (service, point) => {
    const logged = await logSize(client);
    await stack.restart(service, { FAULT_POINT: point, FAULT_ONCE_FILE: struck(point) });
    const died = stack.exited(service).then(() => stack.restart(service));
    const ids = await accept(
      FULL ? RUNS : 5,
      point,
      () => Promise.resolve(),
      () => died,
    );
    await died;
    expect(existsSync(struck(point))).toBe(true);
    await expectAllCompleted(ids, logged);
  });

  it('erases a case although each service dies before it acknowledges', async () => {
    const stored = await answerOf(client.POST('/v1/cases', { body: CODED }));
    const point = 'case-intake:erase-case';
    await stack.restart('case-intake', { FAULT_POINT: point, FAULT_ONCE_FILE: struck(point) });
    const died = stack.exited('case-intake').then(() => stack.restart('case-intake'));
    await client.DELETE('/v1/cases/{id}', { params: { path: { id: stored.id } } });
    await died;
    const gone = await client.GET('/v1/cases/{id}', { params: { path: { id: stored.id } } });
    expect(gone.response.status).toBe(410);
    expect(stack.logs('case-intake')).not.toContain('unilateral');
  });
});

describe('what is not there', () => {
  let stack: Stack;
  afterEach(async () => {
    await stack.stop();
  });

  it('drives a run again whose job is gone', async () => {
    stack = await startStack({ commonEnv: IMPATIENT });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.kill('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const queues = await openQueues({
      map: QUEUES,
      signing: loadQueueKeys(join(stack.dataDir, 'keys')),
      backend: { kind: 'postgres', url: await stack.databaseUrl('queue') },
    });
    const first = runJobId(accepted.id, 'normalise-case.v1', 0);
    await eventually('the job to be in its queue', async () => queues.jobs.remove('case-intake', first));
    await queues.close();
    await stack.restart('case-intake');
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run.status).toBe('completed');
    await expectEachOnceInTheLog(client, [accepted.id]);
  });

  /** One more than an ordinary fault is tried. */
  const MORE_THAN_ALL_TRIES = 8;

  it('completes a run although a database was away for longer than all tries', async () => {
    stack = await startStack({ commonEnv: IMPATIENT });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const giveBack = await takeDatabaseFrom(stack, 'ddx_ranking');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const failures = () => stack.logs('ddx-ranking').split('"msg":"job failed"').length - 1;
    await eventually('it was tried often', () => failures() >= MORE_THAN_ALL_TRIES, 60_000);
    await giveBack();
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'completed', degraded: [] });
    await expectEachOnceInTheLog(client, [accepted.id]);
  });

  it('answers 503 with a time to wait at every operation while the gateway has no database', async () => {
    stack = await startStack();
    const giveBack = await takeDatabaseFrom(stack, 'gateway');
    const type = '/problems/dependency-unavailable';
    for (const answer of await answersOfAllOperations(stack))
      expect(answer).toEqual({ operationId: answer.operationId, status: 503, type, waits: true });
    const ready = await fetch(`${stack.baseUrl}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      expect.objectContaining({ status: 'unavailable' }),
    ]);
    await giveBack();
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await eventually('it serves again', async () => (await client.GET('/v1/runs')).response.status === 200);
  });

  it('answers 503 with a time to wait at every operation while all connections of the gateway are taken', async () => {
    stack = await startStack({ env: { gateway: { DATABASE_POOL_SIZE: '1' } } });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    let held: Promise<{ response: Response }> | undefined;
    const letGo = await holdConnections(stack, {
      role: 'gateway',
      table: 'gateway.runs',
      provoke: () => (held = client.GET('/v1/runs')),
    });
    const type = '/problems/dependency-unavailable';
    for (const answer of await answersOfAllOperations(stack))
      expect(answer).toEqual({ operationId: answer.operationId, status: 503, type, waits: true });
    await letGo();
    expect((await held)?.response.status).toBe(200);
    expect((await client.GET('/v1/runs')).response.status).toBe(200);
  });

  it('answers 503 with a time to wait to whoever writes while a disk is full, and goes on when there is room', async () => {
    stack = await startStack({ commonEnv: IMPATIENT });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const refused = async (writes: Promise<{ response: Response; error?: { type: string } }>[]) => {
      for (const { response, error } of await Promise.all(writes)) {
        expect([response.status, error?.type]).toEqual([503, '/problems/dependency-unavailable']);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    };
    const roomAtTheGateway = await fillDiskOf(stack, 'gateway');
    await refused([
      client.POST('/v1/runs', { body: { case: CODED } }),
      client.POST('/v1/cases', { body: CODED }),
      client.POST('/v1/api-keys', { body: { name: 'laptop', role: 'teacher' } }),
    ]);
    const statuses = (await answersOfAllOperations(stack)).map(({ status }) => status);
    expect(statuses).not.toContain(500);
    expect((await client.GET('/v1/runs')).response.status).toBe(200);
    await roomAtTheGateway();

    const roomAtIntake = await fillDiskOf(stack, 'case_intake');
    await refused([client.POST('/v1/cases', { body: CODED })]);
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const failures = () => stack.logs('case-intake').split('"msg":"job failed"').length - 1;
    await eventually('it was tried often', () => failures() >= MORE_THAN_ALL_TRIES, 60_000);
    await roomAtIntake();
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run.status).toBe('completed');
  });

  const itWithRedis = redisIsInstalled() || process.env['CI'] ? it : it.skip;
  itWithRedis(
    'accepts runs before Redis is there, says what is degraded, and completes them when it comes',
    async () => {
      const program = await findRedisServer();
      if (program === undefined) throw new Error('this test needs redis-server');
      const port = await freePort();
      stack = await startStack({ redisUrl: `redis://127.0.0.1:${String(port)}`, commonEnv: IMPATIENT });
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
      const preview = await client.POST('/v1/intake/preview', { body: { narrative: 'cough' } });
      expect(preview.response.status).toBe(503);
      const ready = await fetch(`${stack.baseUrl}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        {
          status: 'degraded',
          dependencies: { database: { status: 'up' }, queue: { status: 'down', detail: 'no answer' } },
        },
      ]);
      const redis = await startRedis(program, { port });
      try {
        await readToTheEnd(client, accepted.id);
        const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
        expect(run.status).toBe('completed');
        for (const service of SERVICES) {
          const told = stack.logs(service);
          expect([service, told.split('queue backend is away').length - 1]).toEqual([service, 1]);
          expect([service, told.split('queue backend is back').length - 1]).toEqual([service, 1]);
        }
      } finally {
        await stack.stop();
        await redis.stop();
      }
    },
  );

  it('finishes a run without the part that nobody works on', async () => {
    const hasty = { OPTIONAL_PARTS_SECONDS: '2', RECONCILE_AFTER_SECONDS: '1' };
    stack = await startStack({ env: { gateway: hasty } });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.kill('guideline-retrieval');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'completed', degraded: ['guidelines'], guidelines: [] });
  });

  it('erases a case although the erasure was lost on its way', async () => {
    stack = await startStack({ commonEnv: IMPATIENT });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const stored = await answerOf(client.POST('/v1/cases', { body: CODED }));
    await stack.kill('case-intake');
    await client.DELETE('/v1/cases/{id}', { params: { path: { id: stored.id } } });
    const queues = await openQueues({
      map: QUEUES,
      signing: loadQueueKeys(join(stack.dataDir, 'keys')),
      backend: { kind: 'postgres', url: await stack.databaseUrl('queue') },
    });
    const lost = erasureJobId(stored.id, 'erase-case.v1', 'case-intake', 0);
    await eventually('the job to be in its queue', async () => queues.jobs.remove('case-intake', lost));
    await queues.close();
    const database = new Client({ connectionString: await stack.databaseUrl('postgres') });
    await database.connect();
    const held = async (): Promise<number> =>
      (await database.query('SELECT 1 FROM case_intake.case_versions WHERE case_id = $1', [stored.id])).rows
        .length;
    expect(await held()).toBe(1);
    await stack.restart('case-intake');
    await eventually('all four services to have acknowledged', async () => {
      const { rows } = await database.query<{ done: boolean }>(
        'SELECT erasure_seen_at IS NULL AS done FROM gateway.cases WHERE id = $1',
        [stored.id],
      );
      return rows[0]?.done;
    });
    expect(await held()).toBe(0);
    await database.end();
  });

  it('ends a run that nobody works on, with a problem that says so', async () => {
    const hasty = { RUN_TIMEOUT_SECONDS: '1', RECONCILE_AFTER_SECONDS: '0.5' };
    stack = await startStack({ env: { gateway: hasty } });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.kill('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'failed', problem: { type: '/problems/timeout', status: 504 } });
  });

  it('degrades a run when the language model is dead, and completes it', async () => {
    const deadModel = { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'none', LLM_TIMEOUT_SECONDS: '1' };
    stack = await startStack({ commonEnv: { ...IMPATIENT, ...deadModel } });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'completed', degraded: ['llm'], llm: { used: false } });
    expect(run.versions.llm).toBe('none');
  });

  it('answers 503 with a time to wait when a service is away, and 503 overloaded when too much is waiting', async () => {
    stack = await startStack({ env: { gateway: { MAX_QUEUED_RUNS: '3', REQUEST_DEADLINE_MS: '300' } } });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.kill('case-intake');
    const preview = await client.POST('/v1/intake/preview', { body: { narrative: 'cough' } });
    expect(preview.response.status).toBe(503);
    expect(preview.error?.type).toBe('/problems/dependency-unavailable');
    expect(Number(preview.response.headers.get('retry-after'))).toBeGreaterThan(0);
    const header = { 'Idempotency-Key': 'fourth' };
    const waiting: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      waiting.push((await answerOf(client.POST('/v1/runs', { body: { case: CODED } }))).id);
    }
    const fourth = await client.POST('/v1/runs', { params: { header }, body: { case: CODED } });
    expect(fourth.error?.type).toBe('/problems/overloaded');
    await stack.restart('case-intake');
    await untilEnded(client, waiting);
    const again = await client.POST('/v1/runs', { params: { header }, body: { case: CODED } });
    expect(again.response.status).toBe(202);
  });

  it('stops at once although somebody still listens to a run', async () => {
    stack = await startStack();
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.kill('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const stream = await fetch(`${stack.baseUrl}/v1/runs/${accepted.id}/events`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    while (!read.includes('event: status')) read += (await reader?.read())?.value ?? '';
    await stack.kill('gateway', 'SIGTERM');
    expect((await reader?.read())?.done).toBe(true);
    expect(stack.logs('gateway')).not.toContain('did not stop in time');
  });

  it('keeps its data over an orderly restart of everything that serves', async () => {
    stack = await startStack();
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    for (const service of SERVICES) await stack.restart(service);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run.status).toBe('completed');
  });
});
