import { type Random, seededRandom } from '@openrounds/evaluation';
import { Calendar } from './calendar';
import { begin, type Course } from './course';
import { exponential } from './deviates';
import { erlangC, meanWait } from './erlang';
import { Servers } from './places';
import { Processor } from './processor';

const JOBS = 100_000;

interface Job {
  readonly arrivesAfter: number;
  readonly serviceTime: number;
}

/** Arrivals and service times that do not depend on who serves. */
function jobsOf(count: number, interval: number, serviceTime: number, random: Random): Job[] {
  return Array.from({ length: count }, () => ({
    arrivesAfter: exponential(interval, random),
    serviceTime: exponential(serviceTime, random),
  }));
}

/** What became of jobs that come one after the other, whatever serves them. */
function serve(jobs: readonly Job[], calendar: Calendar, visit: (ms: number) => Course) {
  const times: number[] = [];
  let inside = 0;
  let areaInside = 0;
  let since = 0;
  const reckon = (change: number): void => {
    areaInside += inside * (calendar.now - since);
    since = calendar.now;
    inside += change;
  };
  const arrive = (place: number): void => {
    const job = jobs[place];
    if (job === undefined) return;
    calendar.after(job.arrivesAfter, () => {
      const from = calendar.now;
      reckon(1);
      begin(visit(job.serviceTime), () => {
        reckon(-1);
        times[place] = calendar.now - from;
      });
      arrive(place + 1);
    });
  };
  arrive(0);
  calendar.runOut();
  return { times, inside, meanInside: areaInside / calendar.now, now: calendar.now };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const offBy = (measured: number, expected: number): number => Math.abs(measured / expected - 1);

function queueOf(servers: number, jobs: readonly Job[]) {
  const calendar = new Calendar();
  const queue = new Servers(calendar, servers);
  const served = serve(jobs, calendar, function* (ms) {
    yield queue.serve(ms);
  });
  return { ...served, utilisation: queue.utilisation };
}

describe('a simulated queue', () => {
  it.each([
    [1, 0.5],
    [1, 0.7],
    [3, 2.1],
    [8, 6],
  ])('of %i servers under a load of %d waits as long as Erlang says', (servers, load) => {
    const jobs = jobsOf(JOBS, 1 / load, 1, seededRandom(servers));
    const { times, utilisation } = queueOf(servers, jobs);
    const waits = times.map((time, place) => time - (jobs[place]?.serviceTime ?? 0));
    const waited = waits.filter((wait) => wait > 1e-9).length / JOBS;
    expect(offBy(waited, erlangC(servers, load))).toBeLessThan(0.03);
    // what waits for one another is alike: means of waits scatter more than shares do
    expect(offBy(mean(waits), meanWait(servers, load, 1))).toBeLessThan(0.1);
    expect(offBy(utilisation, load / servers)).toBeLessThan(0.03);
  });

  it('loses no job and makes none, and holds as many as come in the time that each is there (Little)', () => {
    const jobs = jobsOf(20_000, 1, 1.8, seededRandom(4));
    const { times, inside, meanInside, now } = queueOf(2, jobs);
    expect(inside).toBe(0);
    expect(times.filter((time) => time >= 0)).toHaveLength(jobs.length);
    expect(meanInside).toBeCloseTo((jobs.length / now) * mean(times), 6);
  });

  it('keeps no job longer with one server more', () => {
    const jobs = jobsOf(20_000, 1, 2.5, seededRandom(5));
    const [few, more] = [3, 4].map((servers) => queueOf(servers, jobs).times);
    expect(more?.every((time, place) => time <= (few?.[place] ?? 0) + 1e-9)).toBe(true);
  });

  it('serves in the order in which jobs came', () => {
    const calendar = new Calendar();
    const queue = new Servers(calendar, 1);
    const order: number[] = [];
    for (const name of [1, 2, 3]) queue.serve(name)(() => order.push(name, calendar.now));
    calendar.runOut();
    expect(order).toEqual([1, 1, 2, 3, 3, 6]);
  });
});

describe('a simulated processor', () => {
  const processorOf = (cores: number, jobs: readonly Job[]) => {
    const calendar = new Calendar();
    const processor = new Processor(calendar, cores);
    const served = serve(jobs, calendar, function* (ms) {
      yield processor.use(ms);
    });
    return { ...served, utilisation: processor.utilisation };
  };

  it('shares its cores: two that want one core get half of it each', () => {
    const calendar = new Calendar();
    const processor = new Processor(calendar, 1);
    const done: number[] = [];
    processor.use(4)(() => done.push(calendar.now));
    calendar.after(2, () => processor.use(1)(() => done.push(calendar.now)));
    calendar.runOut();
    expect(done).toEqual([4, 5]);
    expect(processor.utilisation).toBe(1);
  });

  it('keeps jobs as long on average as a queue does (M/M/c, shared or in turn)', () => {
    const [cores, load] = [2, 1.5];
    const jobs = jobsOf(JOBS, 1 / load, 1, seededRandom(6));
    const { times, inside, utilisation } = processorOf(cores, jobs);
    expect(inside).toBe(0);
    expect(offBy(mean(times), 1 + meanWait(cores, load, 1))).toBeLessThan(0.05);
    expect(offBy(utilisation, load / cores)).toBeLessThan(0.03);
  });
});
