import { randomBytes } from 'node:crypto';
import { FULL } from '@openrounds/testing';
import { Redis } from 'ioredis';
import { type BackendUnderTest } from '../conformance/backend-under-test';
import { describeQueueConformance } from '../conformance/queue-conformance';
import { findRedisServer, redisIsInstalled, startRedis } from '../fixtures/redis';

jest.setTimeout(180_000); // for a machine that is busy with other tests

/** A Redis is given (OPENROUNDS_TEST_REDIS), or started when the program is there; CI must have one. */
const given = process.env['OPENROUNDS_TEST_REDIS'];
const installed = given !== undefined || redisIsInstalled();

if (installed || process.env['CI']) {
  describeQueueConformance('Redis', openRedis, { kills: FULL });
} else {
  describe.skip('queues on Redis: NOT RUN, there is no redis-server on this machine', () => {
    it('passes the conformance suite', () => undefined);
  });
}

async function openRedis(): Promise<BackendUnderTest> {
  const own = given === undefined ? await startOwn() : undefined;
  const url = given ?? own?.url ?? '';
  return {
    options: { kind: 'redis', url, prefix: `test-${randomBytes(4).toString('hex')}` },
    dump: () => dumpKeys(url),
    dispose: () => own?.stop() ?? Promise.resolve(),
  };
}

async function startOwn() {
  const program = await findRedisServer();
  if (!program) throw new Error('redis-server is not installed; in CI it must be');
  return startRedis(program);
}

async function dumpKeys(url: string): Promise<string> {
  const redis = new Redis(url);
  try {
    const dumps: string[] = [];
    for (const key of await redis.keys('*')) {
      const type = await redis.type(key);
      if (type === 'hash') dumps.push(JSON.stringify(await redis.hgetall(key)));
      if (type === 'string') dumps.push((await redis.get(key)) ?? '');
      if (type === 'list') dumps.push(JSON.stringify(await redis.lrange(key, 0, -1)));
      if (type === 'stream') dumps.push(JSON.stringify(await redis.xrange(key, '-', '+')));
      if (type === 'zset') dumps.push(JSON.stringify(await redis.zrange(key, 0, -1)));
    }
    return dumps.join('\n');
  } finally {
    redis.disconnect();
  }
}
