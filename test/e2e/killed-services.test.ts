import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eachInFull, FULL, itInFull } from '@openrounds/testing';
import { findRedisServer, startRedis } from '../../libs/queue/test/fixtures/redis';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { expectEachOnceInTheLog, IMPATIENT, logSize, untilEnded } from '../support/runs';
import { CODED } from '../support/sample-cases';
import { logsFromNow, SERVICES, startStack, type ServiceName, type Stack } from '../support/stack';

jest.setTimeout(300_000);

/** The whole list is long; a commit is checked on its core, `npm run test:full` on all of it and on both backends. */

type FaultPoint = readonly [ServiceName, string];
/** Between commit and what follows: one place in each handler, struck once. */
const FAULT_POINTS: readonly FaultPoint[] = [['explanation-log', 'explanation-log:finalise-explanation']];
/** They stand between the same commits and the same acknowledgements. */
const ALIKE: readonly FaultPoint[] = [
  ['gateway', 'gateway:create-run'],
  ['ddx-ranking', 'ddx-ranking:rank-differential'],
  ['gateway', 'gateway:run-completed'],
  ['case-intake', 'case-intake:normalise-case'],
  ['guideline-retrieval', 'guideline-retrieval:retrieve-guidelines'],
  ['gateway', 'gateway:run-progressed'],
];
/** Half of them before the blow, five while the service is away, the rest after it. */
const RUNS = FULL ? 50 : 12;
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

describe.each(BACKENDS)('with the queues on %s', (backend) => {
  let redis: Awaited<ReturnType<typeof redisFor>>;
  let stack: Stack;
  let client: ApiClient;

  beforeAll(async () => {
    redis = await redisFor(backend);
    stack =
      redis === undefined
        ? await borrowStack()
        : await startStack({ commonEnv: IMPATIENT, redisUrl: redis.url });
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
    await expectAllWell(stack);
  };

  eachInFull(SERVICES)(
    `completes ${String(RUNS)} runs, each once in the log, when %s is told to stop among them`,
    async (service) => {
      const said = logsFromNow(stack, service);
      const logged = await logSize(client);
      const ids = await accept(
        RUNS,
        `${service}-stops`,
        async (accepted) => {
          if (accepted === RUNS / 2) await stack.restart(service);
        },
        () => stack.restart('gateway'),
      );
      await expectAllCompleted(ids, logged);
      expect(said()).not.toContain('did not stop in time');
    },
  );

  it.each(FULL ? SERVICES : (['gateway'] as const))(
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

  it.each(FULL ? [...FAULT_POINTS, ...ALIKE] : FAULT_POINTS)(
    'completes every run when %s dies at %s',
    async (service, point) => {
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
    },
  );

  itInFull('erases a case although each service dies before it acknowledges', async () => {
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

  itInFull('fails a run for good that has taken its worker along three times, and goes on', async () => {
    const point = 'ddx-ranking:rank-differential';
    const once = { FAULT_POINT: point, FAULT_ONCE_FILE: struck(point) };
    rmSync(struck(point), { force: true });
    await stack.restart('ddx-ranking', once);
    const poison = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    for (let kills = 1; kills <= 3; kills += 1) {
      await stack.exited('ddx-ranking');
      if (kills < 3) rmSync(struck(point));
      await stack.restart('ddx-ranking', once);
    }
    const [ended] = await untilEnded(client, [poison.id]);
    expect(ended).toMatchObject({
      status: 'failed',
      problem: { type: '/problems/internal', status: 500, instance: `/v1/runs/${poison.id}` },
    });
    const logged = await logSize(client);
    const next = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
    await expectAllCompleted([next.id], logged);
  });
});
