import { type ByProcess, type Costs, heldOf, type ServiceName } from './costs';
import { type Deployment, SERVICES } from './house';
import { playSchools, type Played, type Setting } from './play';
import { type School } from './school';

/** What is promised of a run, in milliseconds. */
export const RUN_LIMIT_MS = 1_500;
/** How busy something may be by the mean alone: what comes in bursts needs the rest. */
const BUSY = 0.6;

/** What schools ask for in a second. */
export interface Rates {
  readonly runs: number;
  readonly answers: number;
  readonly calls: number;
}

export const ratesOf = (schools: number, school: School): Rates => ({
  runs: (schools * school.students) / school.readSeconds,
  answers: (schools * school.phones) / (school.answerSeconds + school.talkSeconds),
  calls: schools / school.callSeconds,
});

/** Servers that are busy on average (Erlang), by process; `head`: of one log. */
export function loadsOf({ runs, answers, calls }: Rates, costs: Costs): ByProcess & { head: number } {
  const of = (name: keyof ByProcess): number =>
    (runs * costs.run[name] + answers * costs.answer[name] + calls * costs.call[name]) / 1000;
  const names = Object.keys(costs.run) as (keyof ByProcess)[];
  const loads = Object.fromEntries(names.map((name) => [name, of(name)])) as ByProcess;
  return { ...loads, head: (runs * heldOf(costs).mean) / 1000 };
}

/** What is enough by the means: each busy for at most {@link BUSY}. */
export function firstGuess(rates: Rates, costs: Costs, base: Deployment): Deployment {
  const loads = loadsOf(rates, costs);
  const enough = (load: number): number => Math.max(1, Math.ceil(load / BUSY));
  return {
    ...base,
    processes: Object.fromEntries(SERVICES.map((name) => [name, enough(loads[name])])) as Record<
      ServiceName,
      number
    >,
    databaseCores: Math.max(base.databaseCores, enough(loads.postgres)),
    logs: enough(loads.head),
    redis: base.redis === 0 ? 0 : enough(loads.redis),
  };
}

export interface Plan {
  readonly deployment: Deployment;
  readonly played: Played;
  /** Whether the limit is kept. */
  readonly holds: boolean;
}

const STEPS = 12;

/**
 * What so many schools need so that 99 of 100 runs are answered in time: what is enough by the means, and then one more of
 * whatever is busiest, as long as the simulation says that it is not enough.
 */
export function planFor(
  schools: number,
  school: School,
  base: Deployment,
  setting: Omit<Setting, 'deployment'>,
): Plan {
  let deployment = firstGuess(ratesOf(schools, school), setting.costs, base);
  for (let step = 0; ; step += 1) {
    const played = playSchools(schools, school, { ...setting, deployment });
    const holds = (played.runs.p99 ?? Infinity) <= RUN_LIMIT_MS;
    if (holds || step === STEPS) return { deployment, played, holds };
    deployment = withMore(deployment, played.utilisation);
  }
}

/** What is busiest, from 0 to 1. */
export const busiestOf = (utilisation: Readonly<Record<string, number>>): readonly [string, number] =>
  Object.entries(utilisation).reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);

function withMore(deployment: Deployment, utilisation: Readonly<Record<string, number>>): Deployment {
  const [busiest] = busiestOf(utilisation);
  const tenth = (count: number): number => count + Math.ceil(count / 10);
  if (busiest === 'postgres') return { ...deployment, databaseCores: tenth(deployment.databaseCores) };
  if (busiest === 'head of the log') return { ...deployment, logs: tenth(deployment.logs) };
  if (busiest === 'redis') return { ...deployment, redis: tenth(deployment.redis) };
  const name = SERVICES.find((one) => one === busiest);
  if (name === undefined) return deployment;
  return {
    ...deployment,
    processes: { ...deployment.processes, [name]: tenth(deployment.processes[name]) },
  };
}
