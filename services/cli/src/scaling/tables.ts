import { markdownTable } from '@openrounds/evaluation';
import { type Costs } from './costs';
import { type Deployment, SERVICES } from './house';
import { busiestOf, loadsOf, type Plan, type Rates } from './plan';
import { type Played } from './play';

const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(0)} ms`);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** Clients of the bench on one machine, to be held against docs/bench.md. */
export const clientsTable = (rows: readonly { readonly clients: number; readonly played: Played }[]) =>
  markdownTable(
    ['clients', 'runs a second', 'p50', 'p99', 'the machine is busy'],
    rows.map(({ clients, played: { runs, seconds, utilisation } }) => [
      String(clients),
      (runs.count / seconds).toFixed(1),
      ms(runs.p50),
      ms(runs.p99),
      percent(utilisation['the machine'] ?? 0),
    ]),
  );

/** With how many schools each part of a house of one process each is busy all the time: the first of them breaks first. */
export function limitsTable(one: Rates, costs: Costs, { databaseCores, redis }: Deployment): string[] {
  const loads = loadsOf(one, costs);
  const parts: [string, number, number][] = [
    ...SERVICES.map((name): [string, number, number] => [`${name}, one process`, loads[name], 1]),
    [`Postgres, ${String(databaseCores)} cores`, loads.postgres, databaseCores],
    ['one head of the log', loads.head, 1],
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
