import { HandSignals, runEvents, storedRuns } from '../../test/fixtures/doubles';
import { RunWatches } from './run-watch';

const run = storedRuns.completed().build();

class World {
  readonly signals = new HandSignals();
  readonly reads = { state: 0, events: 0, find: 0 };
  private readonly store = {
    state: () => this.read('state', run),
    events: () => this.read('events', [runEvents.build({ sequence: 1 })]),
    find: () => this.read('find', run),
    begin: () => Promise.resolve(),
  };
  readonly watches = new RunWatches(this.store, this.signals);

  private read<T>(what: keyof World['reads'], value: T): Promise<T> {
    this.reads[what] += 1;
    return Promise.resolve(value);
  }
}

describe('RunWatches', () => {
  let world: World;

  beforeEach(() => {
    jest.useFakeTimers();
    world = new World();
  });
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    expect(world.signals.waitingFor(run.id)).toBe(0);
    jest.useRealTimers();
  });

  it('reads once for all who wait, and anew after a change', async () => {
    const watches = Array.from({ length: 50 }, () => world.watches.open('school', run.id));
    const readAll = () => Promise.all(watches.map(({ view }) => view()));
    await readAll();
    await readAll();
    expect(world.reads).toEqual({ state: 1, events: 1, find: 0 });
    expect(world.signals.waitingFor(run.id)).toBe(1);
    expect(jest.getTimerCount()).toBe(1);
    world.signals.give(run.id);
    await readAll();
    await Promise.all(watches.map((each) => each.run()));
    expect(world.reads).toEqual({ state: 2, events: 2, find: 1 });
    for (const each of watches) each.close();
  });

  it('does not read a status that a signal says', async () => {
    const watch = world.watches.open('school', run.id);
    await watch.state();
    world.signals.give(run.id, { status: 'failed' });
    await expect(watch.state()).resolves.toMatchObject({ status: 'failed', erased: false });
    expect(world.reads.state).toBe(1);
    world.signals.give(run.id);
    await expect(watch.state()).resolves.toBe(run);
    watch.close();
  });

  it('reads the status where nothing was known before the signal', async () => {
    const watch = world.watches.open('school', run.id);
    world.signals.give(run.id, { status: 'completed' });
    await watch.state();
    expect(world.reads.state).toBe(1);
    watch.close();
  });

  it('tells everyone of a change, and looks again by itself after a second', () => {
    const [first, second] = [world.watches.open('school', run.id), world.watches.open('school', run.id)];
    const heard: string[] = [];
    const leave = first.subscribe(() => heard.push('first'));
    second.subscribe(() => heard.push('second'));
    world.signals.give(run.id);
    expect(heard).toEqual(['first', 'second']);
    leave();
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual(['first', 'second', 'second']);
    first.close();
    second.close();
  });

  it('keeps tenants apart', async () => {
    const watches = ['school', 'other'].map((tenant) => world.watches.open(tenant, run.id));
    await Promise.all(watches.map(({ state }) => state()));
    expect(world.reads.state).toBe(2);
    for (const each of watches) each.close();
  });

  it('begins anew when everyone has left', async () => {
    for (const times of [1, 2]) {
      const watch = world.watches.open('school', run.id);
      await watch.state();
      expect(world.reads.state).toBe(times);
      watch.close();
    }
  });
});
