import { join } from 'node:path';
import { erasureJobId, QUEUES, runJobId } from '@openrounds/contracts';
import { loadQueueKeys } from '@openrounds/platform';
import { openQueues } from '@openrounds/queue';
import { describeInFull, eventually, itInFull } from '@openrounds/testing';
import { Client } from 'pg';
import {
  findRedisServer,
  redisIsInstalled,
  startRedis,
  type TestRedis,
} from '../../libs/queue/test/fixtures/redis';
import { freePort } from '../../scripts/embedded/free-port.cjs';
import { AnsweringClass } from '../support/answering-class';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { startLoad, type Load } from '../support/load';
import { answersOfAllOperations, fillDiskOf, holdConnections, takeDatabaseFrom } from '../support/outage';
import { expectEachOnceInTheLog, IMPATIENT, logSize, readToTheEnd, untilEnded } from '../support/runs';
import { CODED } from '../support/sample-cases';
import { logsFromNow, SERVICES, startStack, type ServiceName, type Stack } from '../support/stack';

jest.setTimeout(300_000);

describe('what is not there', () => {
  let stack: Stack;
  let client: ApiClient;
  beforeAll(async () => {
    stack = await borrowStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(() => stack.stop());

  /** What a test killed or set otherwise serves the next one as before. */
  const changed = new Set<ServiceName>();
  const killed = async (service: ServiceName): Promise<void> => {
    changed.add(service);
    await stack.kill(service);
  };
  const restarted = async (service: ServiceName, env: Readonly<Record<string, string>>): Promise<void> => {
    changed.add(service);
    await stack.restart(service, env);
  };
  const whole = async (service: ServiceName): Promise<void> => {
    changed.delete(service);
    await stack.restart(service);
  };
  /** What a test took from the stack is given back although the test failed. */
  const givingBack = new Set<() => Promise<void>>();
  const untilGivenBack = (giveBack: () => Promise<void>): (() => Promise<void>) => {
    const once = async (): Promise<void> => {
      if (givingBack.delete(once)) await giveBack();
    };
    givingBack.add(once);
    return once;
  };
  const failuresFromNow = (service: ServiceName): (() => number) => {
    const logged = logsFromNow(stack, service);
    return () => logged().split('"msg":"job failed"').length - 1;
  };
  afterEach(async () => {
    await Promise.all([...givingBack].map((giveBack) => giveBack()));
    await Promise.all([...changed].map((service) => stack.restart(service)));
    changed.clear();
    await expectAllWell(stack);
  });

  it('drives a run again whose job is gone', async () => {
    const logged = await logSize(client);
    await killed('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const queues = await openQueues({
      map: QUEUES,
      signing: loadQueueKeys(join(stack.dataDir, 'keys')),
      backend: { kind: 'postgres', url: await stack.databaseUrl('queue') },
    });
    const first = runJobId(accepted.id, 'normalise-case.v1', 0);
    await eventually('the job to be in its queue', async () => queues.jobs.remove('case-intake', first));
    await queues.close();
    await whole('case-intake');
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run.status).toBe('completed');
    await expectEachOnceInTheLog(client, [accepted.id], logged);
  });

  /** One more than an ordinary fault is tried. */
  const MORE_THAN_ALL_TRIES = 8;

  itInFull('completes a run although a database was away for longer than all tries', async () => {
    const logged = await logSize(client);
    const failures = failuresFromNow('ddx-ranking');
    const giveBack = untilGivenBack(await takeDatabaseFrom(stack, 'ddx_ranking'));
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await eventually('it was tried often', () => failures() >= MORE_THAN_ALL_TRIES, 60_000);
    await giveBack();
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'completed', degraded: [] });
    await expectEachOnceInTheLog(client, [accepted.id], logged);
  });

  it('answers 503 with a time to wait at every operation while the gateway has no database', async () => {
    const giveBack = untilGivenBack(await takeDatabaseFrom(stack, 'gateway'));
    const type = '/problems/dependency-unavailable';
    for (const answer of await answersOfAllOperations(stack))
      expect(answer).toEqual({ operationId: answer.operationId, status: 503, type, waits: true });
    const ready = await fetch(`${stack.baseUrl}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      expect.objectContaining({ status: 'unavailable' }),
    ]);
    await giveBack();
    await eventually('it serves again', async () => (await client.GET('/v1/runs')).response.status === 200);
  });

  itInFull(
    'answers 503 with a time to wait at every operation while all connections of the gateway are taken',
    async () => {
      await restarted('gateway', { DATABASE_POOL_SIZE: '1' });
      let held: Promise<{ response: Response }> | undefined;
      const letGo = untilGivenBack(
        await holdConnections(stack, {
          role: 'gateway',
          table: 'gateway.runs',
          provoke: () => (held = client.GET('/v1/runs')),
        }),
      );
      const type = '/problems/dependency-unavailable';
      for (const answer of await answersOfAllOperations(stack))
        expect(answer).toEqual({ operationId: answer.operationId, status: 503, type, waits: true });
      await letGo();
      expect((await held)?.response.status).toBe(200);
      expect((await client.GET('/v1/runs')).response.status).toBe(200);
    },
  );

  itInFull(
    'answers 503 with a time to wait to whoever writes while a disk is full, and goes on when there is room',
    async () => {
      const refused = async (writes: Promise<{ response: Response; error?: { type: string } }>[]) => {
        for (const { response, error } of await Promise.all(writes)) {
          expect([response.status, error?.type]).toEqual([503, '/problems/dependency-unavailable']);
          expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        }
      };
      const roomAtTheGateway = untilGivenBack(await fillDiskOf(stack, 'gateway'));
      await refused([
        client.POST('/v1/runs', { body: { case: CODED } }),
        client.POST('/v1/cases', { body: CODED }),
        client.POST('/v1/api-keys', { body: { name: 'laptop', role: 'teacher' } }),
      ]);
      const statuses = (await answersOfAllOperations(stack)).map(({ status }) => status);
      expect(statuses).not.toContain(500);
      expect((await client.GET('/v1/runs')).response.status).toBe(200);
      await roomAtTheGateway();

      const failures = failuresFromNow('case-intake');
      const roomAtIntake = untilGivenBack(await fillDiskOf(stack, 'case_intake'));
      await refused([client.POST('/v1/cases', { body: CODED })]);
      const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
      await eventually('it was tried often', () => failures() >= MORE_THAN_ALL_TRIES, 60_000);
      await roomAtIntake();
      await readToTheEnd(client, accepted.id);
      const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
      expect(run.status).toBe('completed');
    },
  );

  itInFull('finishes a run without the part that nobody works on', async () => {
    const hasty = { OPTIONAL_PARTS_SECONDS: '2', RECONCILE_AFTER_SECONDS: '1' };
    await restarted('gateway', hasty);
    await killed('guideline-retrieval');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'completed', degraded: ['guidelines'], guidelines: [] });
  });

  itInFull('erases a case although the erasure was lost on its way', async () => {
    const stored = await answerOf(client.POST('/v1/cases', { body: CODED }));
    await killed('case-intake');
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
    await whole('case-intake');
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

  itInFull('ends a run that nobody works on, with a problem that says so', async () => {
    const hasty = { RUN_TIMEOUT_SECONDS: '1', RECONCILE_AFTER_SECONDS: '0.5' };
    await restarted('gateway', hasty);
    await killed('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run).toMatchObject({ status: 'failed', problem: { type: '/problems/timeout', status: 504 } });
  });

  it('answers 503 with a time to wait when a service is away, and 503 overloaded when too much is waiting', async () => {
    await restarted('gateway', { MAX_QUEUED_RUNS: '3', REQUEST_DEADLINE_MS: '300' });
    await killed('case-intake');
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
    await whole('case-intake');
    await untilEnded(client, waiting);
    const again = await client.POST('/v1/runs', { params: { header }, body: { case: CODED } });
    expect(again.response.status).toBe(202);
  });

  itInFull('stops at once although somebody still listens to a run', async () => {
    await killed('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const stream = await fetch(`${stack.baseUrl}/v1/runs/${accepted.id}/events`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    while (!read.includes('event: status')) read += (await reader?.read())?.value ?? '';
    changed.add('gateway');
    const logged = logsFromNow(stack, 'gateway');
    await stack.kill('gateway', 'SIGTERM');
    expect((await reader?.read())?.done).toBe(true);
    expect(logged()).not.toContain('did not stop in time');
  });

  itInFull('keeps no more streams and waiting requests open than a principal may have', async () => {
    await restarted('gateway', { MAX_OPEN_REQUESTS: '1' });
    await killed('case-intake');
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    const listen = (): Promise<Response> =>
      fetch(`${stack.baseUrl}/v1/runs/${accepted.id}/events`, {
        headers: { authorization: `Bearer ${stack.apiKey}` },
      });
    const newest = async (): Promise<string | undefined> =>
      (await answerOf(client.GET('/v1/runs'))).items[0]?.id;
    const stream = await listen();
    expect(stream.status).toBe(200);
    const another = await listen();
    const waiting = await client.POST('/v1/runs', {
      headers: { prefer: 'wait=1' },
      body: { case: CODED },
    });
    for (const { status, headers } of [another, waiting.response])
      expect([status, headers.get('retry-after')]).toEqual([429, '5']);
    expect(await newest()).toBe(accepted.id);
    await stream.body?.cancel();
    await eventually('there is room for another', async () => {
      const { status, body } = await listen();
      await body?.cancel();
      return status === 200;
    });
  });

  itInFull('completes what was accepted although Postgres is restarted under it', async () => {
    const phones = await AnsweringClass.in(stack);
    const logged = await logSize(client);
    const load = startLoad(client);
    phones.begin();
    await Promise.all([
      eventually('runs to be accepted', () => load.accepted.length >= 5),
      phones.someKept(),
    ]);
    await stack.restartPostgres(3_000);
    const before = load.accepted.length;
    await Promise.all([
      eventually('more to be accepted', () => load.accepted.length >= before + 5),
      phones.someKept(),
    ]);
    await Promise.all([load.stop(), phones.stop()]);
    await phones.expectEachAnswerOnce();
    expect([...load.refused]).toEqual(['/problems/dependency-unavailable']);
    const runs = await untilEnded(client, load.accepted);
    expect(runs).toEqual(load.accepted.map((id) => expect.objectContaining({ id, status: 'completed' })));
    await expectEachOnceInTheLog(client, load.accepted, logged);
  });

  itInFull('keeps its data over an orderly restart of everything that serves', async () => {
    const accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await readToTheEnd(client, accepted.id);
    for (const service of SERVICES) await stack.restart(service);
    const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
    expect(run.status).toBe('completed');
  });
});

describeInFull('what is not there from the start', () => {
  let stack: Stack;
  afterEach(() => stack.stop());

  const untilAccepted = (load: Load, count: number): Promise<unknown> => {
    const from = load.accepted.length;
    return eventually('runs to be accepted', () => load.accepted.length >= from + count);
  };
  const redisOn = async (port: number): Promise<TestRedis> => {
    const program = await findRedisServer();
    if (program === undefined) throw new Error('this test needs redis-server');
    return startRedis(program, { port });
  };

  const itWithRedis = redisIsInstalled() || process.env['CI'] ? it : it.skip;
  itWithRedis(
    'accepts runs before Redis is there, says what is degraded, and completes them when it comes',
    async () => {
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
      const redis = await redisOn(port);
      try {
        await readToTheEnd(client, accepted.id);
        const run = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: accepted.id } } }));
        expect(run.status).toBe('completed');
        await expectAllWell(stack);
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

  itWithRedis(
    'loses no run and no answer of a phone, each there once, where all start again while Redis is away under them',
    async () => {
      const port = await freePort();
      const before = await redisOn(port);
      stack = await startStack({ redisUrl: `redis://127.0.0.1:${String(port)}`, commonEnv: IMPATIENT });
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const phones = await AnsweringClass.in(stack);
      const logged = await logSize(client);
      phones.begin();
      await phones.someKept();
      await before.stop();
      for (const service of SERVICES) await stack.restart(service);
      await eventually('health to say so', async () => {
        const said = await stack.health();
        return SERVICES.every((name) => said[name] === (name === 'gateway' ? 'degraded' : 'unavailable'));
      });
      const load = startLoad(client);
      await untilAccepted(load, 5);
      const after = await redisOn(port);
      try {
        await Promise.all([untilAccepted(load, 5), phones.someKept()]);
        await Promise.all([load.stop(), phones.stop()]);
        await phones.expectEachAnswerOnce();
        expect([...load.refused]).toEqual([]);
        const runs = await untilEnded(client, load.accepted);
        expect(runs).toEqual(load.accepted.map((id) => expect.objectContaining({ id, status: 'completed' })));
        await expectEachOnceInTheLog(client, load.accepted, logged);
        await expectAllWell(stack);
      } finally {
        await stack.stop();
        await after.stop();
      }
    },
  );
});
