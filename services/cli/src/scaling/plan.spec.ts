import { type Costs } from './costs';
import { type Deployment, SERVICES, sumOf } from './house';
import { NEWEST } from './measured';
import { firstGuess, loadsOf, planFor, ratesOf, RUN_LIMIT_MS } from './plan';
import { playClients, playSchools } from './play';
import { BUSIEST_HOUR } from './school';

const MEASURED = NEWEST.postgres;
const processes = (count: number) =>
  Object.fromEntries(SERVICES.map((name) => [name, count])) as Deployment['processes'];
const ONE: Deployment = {
  processes: processes(1),
  concurrency: 4,
  pool: 5,
  cores: null,
  databaseCores: 8,
  logs: 1,
  redis: 0,
};
/** Nothing that is drawn, and no disk: what comes out can be reckoned by hand. */
const EVEN: Costs = { ...MEASURED, spread: 0, commit: 0, head: { median: 0.001, p90: 0.001 }, after: 0 };
const SMALL = { ...BUSIEST_HOUR, phones: 30 };
const setting = (deployment: Deployment, costs: Costs = MEASURED) => ({
  deployment,
  costs,
  seconds: 30,
  seed: 3,
});

describe('a simulated run', () => {
  it('takes as long as its steps, where nobody else is there', () => {
    const { p50 } = playClients(1, setting(ONE, EVEN)).runs;
    const { run } = EVEN;
    // the report of the ranking is written beside passages and entry
    const path = sumOf(run) - run.gateway / 3 - run.postgres / 7 - run.teaching;
    expect(p50).toBeCloseTo(path, 0);
  });

  it('goes through two cores at the rate at which they are used up', () => {
    const { runs, utilisation, seconds } = playClients(32, setting({ ...ONE, cores: 2 }, EVEN));
    expect(utilisation['the machine']).toBeGreaterThan(0.97);
    const perSecond = 2_000 / (sumOf(EVEN.run) + EVEN.client);
    expect(runs.count / seconds / perSecond).toBeCloseTo(1, 1);
  });

  it('waits for one head of the log at a time', () => {
    const slow = { ...EVEN, head: { median: 100, p90: 100.1 } };
    const many = { ...ONE, processes: processes(4), concurrency: 16 };
    const rate = (logs: number): number => playClients(32, setting({ ...many, logs }, slow)).runs.count / 30;
    expect(rate(1)).toBeCloseTo(10, 0);
    expect(rate(3)).toBeGreaterThan(20);
  });
});

describe('schools', () => {
  it('ask for what the rates say, and nothing is lost on its way', () => {
    const enough = firstGuess(ratesOf(2, SMALL), MEASURED, ONE);
    const played = playSchools(2, { ...SMALL, lateSeconds: 0 }, { ...setting(enough), seconds: 300 });
    expect(played.runs.count / 300 / ratesOf(2, SMALL).runs).toBeCloseTo(1, 1);
    expect(played.underWay).toBeLessThan(10);
  });

  it('are never slower with more processes', () => {
    const [one, two, four] = [1, 2, 4].map(
      (count) =>
        playSchools(
          30,
          { ...SMALL, phones: 0, lateSeconds: 0 },
          setting({ ...ONE, processes: processes(count) }, EVEN),
        ).runs,
    );
    for (const [few, more] of [
      [one, two],
      [two, four],
    ]) {
      // what is drawn comes in another order, which alone makes a difference
      expect(more?.p50).toBeLessThanOrEqual(1.05 * (few?.p50 ?? 0));
      expect(more?.p99).toBeLessThanOrEqual(1.05 * (few?.p99 ?? 0));
    }
    expect(one?.p99).toBeGreaterThan(2 * (four?.p99 ?? Infinity));
  });

  it('get what keeps the limit', () => {
    const { deployment, played, holds } = planFor(20, SMALL, ONE, setting(ONE));
    expect(holds).toBe(true);
    expect(played.runs.p99).toBeLessThanOrEqual(RUN_LIMIT_MS);
    const loads = loadsOf(ratesOf(20, SMALL), MEASURED);
    for (const name of SERVICES) expect(deployment.processes[name]).toBeGreaterThan(loads[name]);
  });
});
