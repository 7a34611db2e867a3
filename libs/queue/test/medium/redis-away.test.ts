import { eventually, itInFull, TcpProxy } from '@openrounds/testing';
import { freePort } from '../../../../scripts/embedded/free-port.cjs';
import { isInfrastructureFault, type QueuesOptions } from '../../src/index';
import { type BackendUnderTest, newId } from '../conformance/backend-under-test';
import { META, type TestQueues } from '../conformance/test-queues';
import { WorkerRig } from '../conformance/worker-rig';
import { findRedisServer, redisIsInstalled, startRedis, type TestRedis } from '../fixtures/redis';

jest.setTimeout(120_000); // for a machine that is busy with other tests

const on = (port: number): BackendUnderTest => ({
  options: {
    kind: 'redis',
    url: `redis://127.0.0.1:${String(port)}`,
  } satisfies QueuesOptions<TestQueues>['backend'],
  dump: () => Promise.resolve(''),
  dispose: () => Promise.resolve(),
});

async function startOn(port: number, settings: readonly string[] = []): Promise<TestRedis> {
  const program = await findRedisServer();
  if (program === undefined) throw new Error('redis-server is not installed; in CI it must be');
  return startRedis(program, { port, settings });
}

const send = (rig: WorkerRig, jobId: string) =>
  rig.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });

/** As for the conformance suite: CI must have the program. */
const suite = redisIsInstalled() || process.env['CI'] ? describe : describe.skip;

const answersAgain = (rig: WorkerRig): Promise<true> =>
  eventually('it answers', () =>
    rig.queues.ping().then(
      () => true,
      () => false,
    ),
  );

suite('when Redis is away', () => {
  let rig: WorkerRig;
  let redis: TestRedis | undefined;
  afterEach(async () => {
    await rig.close();
    await redis?.stop();
    redis = undefined;
  });

  itInFull('a process starts all the same, says so, and begins to work when Redis is there', async () => {
    const port = await freePort();
    let connections = 0;
    rig = await WorkerRig.open(on(port), { observer: { backendReady: () => (connections += 1) } });
    await rig.work(['scales'], []);
    const requester = await rig.queues.openRequester('test-0');
    expect(connections).toBe(0);
    await expect(rig.queues.ping()).rejects.toThrow();
    const failure = await send(rig, newId('weigh-v1')).catch((error: unknown) => error);
    expect(isInfrastructureFault(failure)).toBe(true);

    redis = await startOn(port);
    const jobId = newId('weigh-v1');
    await eventually('a job is taken', () =>
      send(rig, jobId).then(
        () => true,
        () => false,
      ),
    );
    await eventually(
      'it is done',
      async () => (await rig.queues.jobs.jobState('scales', jobId)) === 'completed',
    );
    await rig.queues.ping();
    expect(connections).toBeGreaterThan(0);
    await requester.close();
  });

  it('a process that never met it stops at once, however long its jobs might take', async () => {
    rig = await WorkerRig.open(on(await freePort()), { observer: {} });
    const workers = await rig.work(['scales'], []);
    const requester = await rig.queues.openRequester('test-0');
    const A_DAY_MS = 86_400_000;
    expect(await workers.close(A_DAY_MS)).toBe(true);
    await requester.close();
  });

  itInFull('what is used for the first time while it goes away is good for use when it is back', async () => {
    redis = await startOn(await freePort());
    const proxy = await new TcpProxy(redis.port).listen();
    rig = await WorkerRig.open(on(proxy.port), { observer: {} });
    const sendFlow = () =>
      rig.queues.flows.enqueueFlow({
        parent: {
          queue: 'office',
          job: 'sum-up.v1',
          payload: { meta: META, title: 'both' },
          jobId: newId('sum-up-v1'),
        },
        children: [],
      });
    await rig.queues.ping();
    proxy.cut();
    const sent = await Promise.allSettled([send(rig, newId('weigh-v1')), sendFlow()]);
    expect(sent.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    proxy.restore();
    await answersAgain(rig);
    await send(rig, newId('weigh-v1'));
    await sendFlow();
    await proxy.close();
  });

  itInFull('a Redis that hangs is an outage within seconds, and is used again when it answers', async () => {
    redis = await startOn(await freePort());
    const proxy = await new TcpProxy(redis.port).listen();
    rig = await WorkerRig.open(on(proxy.port), { observer: {} });
    await send(rig, newId('weigh-v1'));
    proxy.fallSilent();
    const asked = await Promise.allSettled([rig.queues.ping(), send(rig, newId('weigh-v1'))]);
    for (const told of asked)
      expect(told.status === 'rejected' && isInfrastructureFault(told.reason)).toBe(true);
    proxy.restore();
    await answersAgain(rig);
    await send(rig, newId('weigh-v1'));
    await proxy.close();
  });

  it('a Redis that is full is not up, and what it refuses is an outage', async () => {
    const port = await freePort();
    redis = await startOn(port, ['--maxmemory', '300kb']);
    rig = await WorkerRig.open(on(port), { observer: {} });
    await expect(rig.queues.ping()).rejects.toThrow(/OOM/);
    const failure = await send(rig, newId('weigh-v1')).catch((error: unknown) => error);
    expect(isInfrastructureFault(failure)).toBe(true);
  });
});
