import { setTimeout as pause } from 'node:timers/promises';
import { describeInFull, eventually, TcpProxy } from '@openrounds/testing';
import { findRedisServer, startRedis, type TestRedis } from '../../libs/queue/test/fixtures/redis';
import { AnsweringClass } from '../support/answering-class';
import { clientOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { startLoad, type Load } from '../support/load';
import { expectEachOnceInTheLog, IMPATIENT, logSize, untilEnded } from '../support/runs';
import { SERVICES, startStack, type ServiceName, type Stack, WITH_INTEGRATION } from '../support/stack';

jest.setTimeout(300_000);

/** While their queue is away the gateway accepts on, and the others can do nothing. */
const WITHOUT_QUEUE = Object.fromEntries(
  [...SERVICES, 'integration' as const].map((name: ServiceName) => [
    name,
    name === 'gateway' ? 'degraded' : 'unavailable',
  ]),
);

describeInFull('a Redis that fails under load', () => {
  const started: TestRedis[] = [];
  let proxy: TcpProxy;
  let stack: Stack;
  let client: ApiClient;

  const start = async (...settings: readonly string[]): Promise<TestRedis> => {
    const program = await findRedisServer();
    if (program === undefined) throw new Error('the long forms need redis-server');
    const redis = await startRedis(program, { settings });
    started.push(redis);
    return redis;
  };

  beforeAll(async () => {
    proxy = await new TcpProxy((await start()).port).listen();
    stack = await startStack({
      redisUrl: `redis://127.0.0.1:${String(proxy.port)}`,
      commonEnv: { ...IMPATIENT, ...WITH_INTEGRATION },
    });
    client = clientOf(stack.baseUrl, stack.apiKey);
  });

  afterAll(async () => {
    await stack.stop();
    await proxy.close();
    for (const redis of started) await redis.stop();
  });

  const redisOfNow = (): TestRedis => started.at(-1) as TestRedis;
  const someAccepted = (load: Load, count: number): Promise<unknown> => {
    const from = load.accepted.length;
    return eventually('runs to be accepted', () => load.accepted.length >= from + count, 60_000);
  };

  /**
   * Sends runs and answers of phones before, during and after a fault, and expects of each run that was accepted and of
   * each answer that was told to be kept that it is there, once.
   */
  const survive = async (fault: (load: Load) => Promise<void>): Promise<Load> => {
    const phones = await AnsweringClass.in(stack);
    const logged = await logSize(client);
    const load = startLoad(client);
    phones.begin();
    await Promise.all([someAccepted(load, 5), phones.someKept()]);
    await fault(load);
    await expectAllWell(stack);
    await Promise.all([someAccepted(load, 5), phones.someKept()]);
    await Promise.all([load.stop(), phones.stop()]);
    await phones.expectEachAnswerOnce();
    const runs = await untilEnded(client, load.accepted);
    expect(runs).toEqual(load.accepted.map((id) => expect.objectContaining({ id, status: 'completed' })));
    await expectEachOnceInTheLog(client, load.accepted, logged);
    await expectAllWell(stack);
    return load;
  };
  const untilSaidToBeAway = (): Promise<unknown> =>
    eventually('health to say so', async () => {
      const said = await stack.health();
      return Object.entries(WITHOUT_QUEUE).every(([name, state]) => said[name] === state);
    });

  it('by being away for a minute loses nothing that was accepted, and more is refused in time', async () => {
    const load = await survive(async (sent) => {
      proxy.cut();
      await Promise.all([pause(60_000), someAccepted(sent, 20), untilSaidToBeAway()]);
      proxy.restore();
    });
    expect([...load.refused]).toEqual(['/problems/overloaded']);
  });

  it('by being emptied loses nothing: runs are driven again', async () => {
    await survive(async (sent) => {
      for (let time = 0; time < 3; time += 1) {
        await someAccepted(sent, 5);
        await redisOfNow().command('FLUSHALL');
      }
    });
  });

  it('by being full is away, and loses nothing', async () => {
    await survive(async (sent) => {
      await redisOfNow().command('CONFIG', 'SET', 'maxmemory', '1');
      await Promise.all([someAccepted(sent, 10), untilSaidToBeAway()]);
      await redisOfNow().command('CONFIG', 'SET', 'maxmemory', '0');
    });
  });

  it.each(['is killed', 'stays as a replica'])(
    'by failing over loses nothing, when the old primary %s',
    async (old) => {
      const primary = redisOfNow();
      const replica = await start('--replicaof', '127.0.0.1', String(primary.port));
      await eventually('the replica to follow', async () =>
        String(await replica.command('INFO', 'replication')).includes('master_link_status:up'),
      );
      await survive(async (sent) => {
        if (old === 'is killed') await primary.stop();
        // An address that is moved before the new primary takes writes.
        proxy.restore(replica.port);
        await someAccepted(sent, 5);
        await replica.command('REPLICAOF', 'NO', 'ONE');
        if (old !== 'is killed') await primary.command('REPLICAOF', '127.0.0.1', String(replica.port));
      });
    },
  );
});
