import { markdownTable } from '@openrounds/evaluation';
import { type Costs } from './costs';
import { type Deployment, SERVICES, sumOf } from './house';
import { type MeasuredClients } from './measured';
import { busiestOf, loadsOf, type Plan, type Rates } from './plan';
import { type Played } from './play';

const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(0)} ms`);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

export interface PlayedClients {
  readonly clients: number;
  readonly played: Played;
  /** The same as the bench has measured it, where it has. */
  readonly measured?: MeasuredClients | undefined;
}

/** Clients of the bench on one machine, beside what was measured. */
export const clientsTable = (rows: readonly PlayedClients[]): string[] =>
  markdownTable(
    ['clients', 'runs a second', 'measured', 'p50', 'measured', 'p99', 'measured', 'the machine is busy'],
    rows.map(({ clients, played: { runs, seconds, utilisation }, measured }) => [
      String(clients),
      ...beside(runs.count / seconds, measured?.perSecond, (rate) => rate.toFixed(1)),
      ...beside(runs.p50, measured?.p50, ms),
      ...beside(runs.p99, measured?.p99, ms),
      percent(utilisation['the machine'] ?? 0),
    ]),
  );

/** What was simulated, and what was measured with how far the simulation is off. */
function beside(
  simulated: number | null,
  measured: number | undefined,
  shown: (value: number) => string,
): string[] {
  if (simulated === null) return ['–', measured === undefined ? '–' : shown(measured)];
  if (measured === undefined) return [shown(simulated), '–'];
  const off = simulated / measured - 1;
  return [shown(simulated), `${shown(measured)} (${off < 0 ? '−' : '+'}${percent(Math.abs(off))})`];
}

/**
 * With how many schools each part of a house of one process each is busy all the time: the first of them breaks first.
 *
 * @param cores of one machine with everything on it
 */
export function limitsTable(
  one: Rates,
  costs: Costs,
  { databaseCores, redis }: Deployment,
  cores: number,
): string[] {
  const { head, ...loads } = loadsOf(one, costs);
  const parts: [string, number, number][] = [
    [`everything on one machine of ${String(cores)} cores`, sumOf(loads), cores - sumOf(costs.idle) / 1000],
    ...SERVICES.map((name): [string, number, number] => [`${name}, one process`, loads[name], 1]),
    [`Postgres, ${String(databaseCores)} cores`, loads.postgres, databaseCores],
    ['one head of the log', head, 1],
    ...(redis === 0 ? [] : [['one Redis', loads.redis, 1] as [string, number, number]]),
  ];
  return markdownTable(
    ['part', 'busy with one school', 'with so many schools it is busy all the time'],
    parts
      .filter(([, load]) => load > 0)
      .toSorted(([, a, of], [, b, ofB]) => b / ofB - a / of)
      .map(([name, load, of]) => [name, percent(load / of), String(Math.floor(of / load))]),
  );
}

export interface PlannedSchools {
  readonly schools: number;
  readonly rates: Rates;
  readonly first: Played;
  readonly plan: Plan;
}

/** What so many schools need. */
export const plansTable = (rows: readonly PlannedSchools[]): string[] =>
  markdownTable(
    ['schools', ...rows.map(({ schools }) => String(schools))],
    [
      ['runs, answers, calls a second', ...rows.map(({ rates }) => ratesLine(rates))],
      ['with one of each: p99 of a run', ...rows.map(({ first }) => ms(first.runs.p99))],
      ['busiest then', ...rows.map(({ first }) => busiestLine(first))],
      ...SERVICES.map((name) => [
        `processes of ${name}`,
        ...rows.map(({ plan }) => String(plan.deployment.processes[name])),
      ]),
      ['cores of Postgres', ...rows.map(({ plan }) => String(plan.deployment.databaseCores))],
      ['logs', ...rows.map(({ plan }) => String(plan.deployment.logs))],
      ['Redis servers', ...rows.map(({ plan }) => String(plan.deployment.redis || '–'))],
      ['connections to Postgres', ...rows.map(({ plan }) => String(connectionsOf(plan.deployment)))],
      ['p50 and p99 of a run', ...rows.map(({ plan }) => bothOf(plan.played.runs))],
      ['of an answer of a phone', ...rows.map(({ plan }) => bothOf(plan.played.answers))],
      ['of a call of an EHR', ...rows.map(({ plan }) => bothOf(plan.played.calls))],
      ['busiest', ...rows.map(({ plan }) => busiestLine(plan.played))],
      ['limit kept', ...rows.map(({ plan }) => (plan.holds ? 'yes' : '**no**'))],
    ],
  );

const ratesLine = ({ runs, answers, calls }: Rates): string =>
  [runs, answers, calls].map((rate) => rate.toFixed(rate < 10 ? 1 : 0)).join(', ');

const bothOf = ({ p50, p99 }: Played['runs']): string => `${ms(p50)}, ${ms(p99)}`;

function busiestLine({ utilisation }: Played): string {
  const [name, share] = busiestOf(utilisation);
  return `${name}, ${percent(share)}`;
}

/** Each process has a pool, and each gateway one connection more, to listen. */
const connectionsOf = ({ processes, pool }: Deployment): number =>
  SERVICES.reduce((sum, name) => sum + processes[name] * pool, 0) + processes.gateway;
