import { Collector, type CollectorLimits } from './collector';

const LIMITS: CollectorLimits = { milliseconds: 50, items: 3, bytes: 100, batches: 2, patience: 5_000 };

/** A batch that was sent, to be answered by the test. */
interface Sent {
  readonly items: readonly string[];
  readonly answer: () => void;
  readonly fail: () => void;
}

class World {
  readonly sent: Sent[] = [];
  idle = 0;
  readonly collector = new Collector<string, string>(LIMITS, {
    send: (items) =>
      new Promise((resolve, reject) => {
        this.sent.push({
          items,
          answer: () => {
            resolve(items.map((item) => item.toUpperCase()));
          },
          fail: () => {
            reject(new Error('away'));
          },
        });
      }),
    failure: (cause) => new Error(cause instanceof Error ? `failed: ${cause.message}` : 'waited too long'),
    onIdle: () => {
      this.idle += 1;
    },
  });

  add(...items: readonly string[]): Promise<string>[] {
    return items.map((item) => {
      const answer = this.collector.add(item, 10);
      answer.catch(() => undefined);
      return answer;
    });
  }

  get batches(): readonly (readonly string[])[] {
    return this.sent.map(({ items }) => items);
  }
}

describe('a collector', () => {
  let world: World;
  beforeEach(() => {
    jest.useFakeTimers();
    world = new World();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const settle = () => jest.advanceTimersByTimeAsync(0);

  it('sends what came within its time as one batch, and gives each caller its own answer', async () => {
    const first = world.add('a');
    await jest.advanceTimersByTimeAsync(49);
    const second = world.add('b');
    expect(world.batches).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(world.batches).toEqual([['a', 'b']]);
    world.sent[0]?.answer();
    expect(await Promise.all([...first, ...second])).toEqual(['A', 'B']);
    expect(world.idle).toBe(1);
  });

  it('sends a full batch at once', () => {
    world.add('a', 'b', 'c', 'd');
    expect(world.batches).toEqual([['a', 'b', 'c']]);
  });

  it('counts bytes too, and lets a large item go alone', async () => {
    world.add('a');
    void world.collector.add('large', 1_000);
    expect(world.batches).toEqual([['a']]);
    await jest.advanceTimersByTimeAsync(50);
    expect(world.batches).toEqual([['a'], ['large']]);
  });

  it('has two batches under way, and sends the next one when one is answered', async () => {
    world.add('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    await jest.advanceTimersByTimeAsync(50);
    expect(world.batches).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    world.add('i', 'j');
    world.sent[1]?.answer();
    await settle();
    expect(world.batches[2]).toEqual(['g', 'h', 'i']);
    world.sent[0]?.answer();
    await settle();
    expect(world.batches[3]).toEqual(['j']);
  });

  it('tells every caller of a batch that failed, and goes on', async () => {
    const lost = world.add('a', 'b', 'c');
    const kept = world.add('d', 'e', 'f');
    world.sent[0]?.fail();
    world.sent[1]?.answer();
    expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    await expect(lost[0]).rejects.toThrow('failed: away');
    expect(await Promise.all(kept)).toEqual(['D', 'E', 'F']);
    const next = world.add('g');
    await jest.advanceTimersByTimeAsync(50);
    world.sent[2]?.answer();
    expect(await Promise.all(next)).toEqual(['G']);
  });

  it('takes a batch that was not answered item by item for a failed one', async () => {
    const collector = new Collector<string, string>(LIMITS, {
      send: () => Promise.resolve(['only one']),
      failure: (cause) => cause as Error,
    });
    const answers = Promise.allSettled(['a', 'b', 'c'].map((item) => collector.add(item, 10)));
    expect((await answers).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  });

  it('turns away who waited longer than its patience behind batches that do not end', async () => {
    world.add('a', 'b', 'c', 'd', 'e', 'f');
    const early = world.add('early');
    await jest.advanceTimersByTimeAsync(4_000);
    world.add('late');
    await jest.advanceTimersByTimeAsync(1_001);
    world.sent[0]?.fail();
    await expect(early[0]).rejects.toThrow('waited too long');
    expect(world.batches[2]).toEqual(['late']);
  });

  it('loses and doubles nothing, whatever the order of answers', async () => {
    const items = Array.from({ length: 100 }, (_, at) => `item ${String(at)}`);
    const answers = Promise.all(world.add(...items));
    let answered = 0;
    while (answered < 100) {
      await jest.advanceTimersByTimeAsync(50);
      const open = world.sent.filter((_, at) => !done.has(at));
      expect(open.length).toBeLessThanOrEqual(2);
      const last = open[open.length - 1];
      if (last === undefined) break;
      done.add(world.sent.indexOf(last));
      answered += last.items.length;
      last.answer();
    }
    expect(await answers).toEqual(items.map((item) => item.toUpperCase()));
    expect(world.batches.flat().sort()).toEqual([...items].sort());
    expect(world.idle).toBe(1);
  });
  const done = new Set<number>();
});
