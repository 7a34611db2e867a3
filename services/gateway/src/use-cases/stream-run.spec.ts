import { DomainError } from '@openrounds/contracts';
import { principals } from '@openrounds/testing';
import { HandSignals, knowledgeLibrary, runEvents, storedRuns } from '../../test/fixtures/doubles';
import { type RunEvent, type StoredRun } from '../ports/run-store';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';
import { StreamRun, type StreamedEvent } from './stream-run';

const knowledge = knowledgeLibrary();
const teacher = principals.build();

class World {
  run: StoredRun = storedRuns.answered().build();
  events: RunEvent[] = [];
  /** How often the events were read. */
  reads = 0;
  readonly signals = new HandSignals();
  readonly abort = new AbortController();
  private readonly store = {
    find: (tenantId: string) => Promise.resolve(tenantId === this.run.tenantId ? this.run : undefined),
    state: (tenantId: string) => Promise.resolve(tenantId === this.run.tenantId ? this.run : undefined),
    list: () => Promise.resolve([]),
    begin: () => Promise.resolve(),
    events: (_tenantId: string, _id: string, after: number) => {
      this.reads += 1;
      return Promise.resolve(this.events.filter(({ sequence }) => sequence > after));
    },
  };
  private readonly watches = new RunWatches(this.store, this.signals);
  private readonly stream = new StreamRun(new ReadRun(this.store, knowledge, this.watches), this.watches);

  from(lastSeen: number, { signal } = this.abort): AsyncGenerator<StreamedEvent | null> {
    return this.stream.events(teacher, this.run.id, lastSeen, 'en', signal);
  }

  add(type: RunEvent['type']): void {
    this.events.push(runEvents.build({ type, sequence: this.events.length + 1 }));
    this.signals.give(this.run.id);
  }
}

describe('StreamRun', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
    for (const type of ['status', 'differential', 'next-tests', 'completed'] as const) world.add(type);
  });

  const all = async (lastSeen: number) => {
    const events: (StreamedEvent | null)[] = [];
    for await (const event of world.from(lastSeen)) events.push(event);
    return events;
  };
  const ids = async (lastSeen: number) => (await all(lastSeen)).map((event) => event?.id);

  it('tells everything from the start and ends with the run', async () => {
    const events = await all(0);
    expect(events.map((event) => event?.type)).toEqual(['status', 'differential', 'next-tests', 'completed']);
    expect(events[1]?.data).toMatchObject({
      runId: world.run.id,
      at: '2026-11-20T09:00:00.000Z',
      remainder: { probability: 0.3, count: 2 },
      differential: [{ diseaseId: 'pulmonary-embolism', name: 'pulmonary embolism' }],
    });
    expect(events[1]?.data).not.toHaveProperty('nextTests');
  });

  it('goes on after the event last seen', async () => {
    expect(await ids(2)).toEqual([3, 4]);
  });

  it.each([0, -3, 99, Number.MAX_SAFE_INTEGER])(
    'starts over for the id %d, which the run never had',
    async (lastSeen) => {
      expect(await ids(lastSeen)).toEqual([1, 2, 3, 4]);
    },
  );

  describe('of a run that has ended', () => {
    it.each([
      ['completed', storedRuns.completed().build(), { status: 'completed', degraded: [] }],
      ['failed', storedRuns.build({ status: 'failed' }), { status: 'failed' }],
    ] as const)('and is forgotten tells that it %s, and ends', async (type, run, data) => {
      world.run = run;
      world.events = [];
      expect(await all(0)).toEqual([
        { id: 1, type, data: expect.objectContaining({ runId: run.id, ...data }) as unknown },
      ]);
      expect((await all(7)).map((event) => [event?.id, event?.type])).toEqual([[8, type]]);
      expect(world.signals.waitingFor(run.id)).toBe(0);
    });

    it('tells its end again to a reader who has seen it', async () => {
      world.run = storedRuns.completed().build();
      expect((await all(4)).map((event) => [event?.id, event?.type])).toEqual([[5, 'completed']]);
    });
  });

  it('reads once for a hundred readers', async () => {
    world.events = [];
    const streams = Array.from({ length: 100 }, () => world.from(0, new AbortController()));
    const first = Promise.all(streams.map((stream) => stream.next()));
    world.add('completed');
    for (const { value } of await first) expect(value).toMatchObject({ id: 1, type: 'completed' });
    await Promise.all(streams.map((stream) => stream.next()));
    expect(world.reads).toBeLessThanOrEqual(2);
  });

  it('ends at once when the reader goes while nothing happens', async () => {
    world.events = [];
    const next = world.from(0).next();
    await Promise.resolve();
    world.abort.abort();
    expect((await next).value ?? null).toBeNull();
  });

  it('waits for what is still to come', async () => {
    world.events = [];
    const stream = world.from(0);
    const first = stream.next();
    world.add('status');
    expect((await first).value).toMatchObject({ id: 1, type: 'status' });
    const last = stream.next();
    world.add('failed');
    expect((await last).value).toMatchObject({ id: 2, type: 'failed' });
    expect((await stream.next()).done).toBe(true);
    expect(world.signals.waitingFor(world.run.id)).toBe(0);
  });

  it('gives a sign of life when nothing happens', async () => {
    jest.useFakeTimers();
    try {
      world.events = [];
      const next = world.from(0).next();
      await jest.advanceTimersByTimeAsync(15_000);
      expect((await next).value).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('ends when the reader is gone', async () => {
    world.abort.abort();
    expect(await all(0)).toEqual([]);
  });

  it('ends with an error when the case is erased meanwhile', async () => {
    world.run = storedRuns.build({ id: world.run.id, erased: true });
    await expect(all(0)).rejects.toEqual(new DomainError('case-erased'));
  });
});
