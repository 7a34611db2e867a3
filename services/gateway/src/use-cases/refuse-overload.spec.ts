import { TestClock } from '@openrounds/testing';
import { RefuseOverload } from './refuse-overload';

class World {
  readonly clock = new TestClock();
  waiting = 0;
  oldestSeconds = 0;
  counts = 0;
  failing = false;

  readonly refuse = new RefuseOverload(
    {
      countWaiting: () => {
        this.counts += 1;
        return this.failing ? Promise.reject(new Error('away')) : Promise.resolve(this.waiting);
      },
    },
    { oldestMessageSeconds: () => Promise.resolve(this.oldestSeconds) },
    this.clock,
    { maxQueuedRuns: 3, maxOutboxSeconds: 30 },
  );
}

describe('RefuseOverload', () => {
  it('counts at most every quarter of a second', async () => {
    const world = new World();
    await world.refuse.execute();
    world.clock.advance(0.249);
    await world.refuse.execute();
    expect(world.counts).toBe(1);
    world.clock.advance(0.001);
    await world.refuse.execute();
    expect(world.counts).toBe(2);
  });

  it('lets no more in between two counts than there is room for', async () => {
    const world = new World();
    world.waiting = 1;
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => world.refuse.execute()));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(world.counts).toBe(1);
  });

  it('has room again once it has counted fewer', async () => {
    const world = new World();
    world.waiting = 3;
    await expect(world.refuse.execute()).rejects.toMatchObject({ code: 'overloaded' });
    world.waiting = 2;
    world.clock.advance(0.25);
    await world.refuse.execute();
  });

  it('refuses where a message has waited too long to be sent', async () => {
    const world = new World();
    world.oldestSeconds = 30.1;
    await expect(world.refuse.execute()).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 });
  });

  it('counts again at once where counting failed', async () => {
    const world = new World();
    world.failing = true;
    await expect(world.refuse.execute()).rejects.toThrow('away');
    world.failing = false;
    await world.refuse.execute();
    expect(world.counts).toBe(2);
  });
});
