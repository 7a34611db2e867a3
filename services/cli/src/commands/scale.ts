import { Option } from 'commander';
import { readJson } from '../io/read-json';
import { Costs } from '../scaling/costs';
import { type Deployment, SERVICES } from '../scaling/house';
import { CLIENTS, NEWEST, OF_CLIENTS, type Queue } from '../scaling/measured';
import { planFor, ratesOf } from '../scaling/plan';
import { playClients, playSchools } from '../scaling/play';
import { BUSIEST_HOUR } from '../scaling/school';
import { clientsTable, limitsTable, plansTable } from '../scaling/tables';
import { EXIT, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';
import { wholeNumber } from './whole-number';

const MOST_SCHOOLS = 2_000;
const MOST_CLIENTS = 1_000;
const MOST_CORES = 256;

interface ScaleOptions {
  readonly schools: readonly string[];
  readonly clients: readonly string[];
  readonly costs?: string;
  readonly cores: string;
  readonly databaseCores: string;
  readonly queue: Queue;
  readonly seconds: string;
  readonly seed: string;
}

/** `scale`: what so many schools need, by a simulation of the queues with measured processor times. */
export const addScale: AddCommand = (program, { out }, exitWith) => {
  program
    .command('scale')
    .description('simulate the queues: what so many schools need, and what breaks first')
    .option('--schools <n...>', `schools in their busiest hour, at most ${String(MOST_SCHOOLS)} each`, [
      '10',
      '100',
      '1000',
    ])
    .option(
      '--clients <n...>',
      'instead: so many clients of the bench on one machine, to be held against docs/bench.md',
      [],
    )
    .option('--costs <file>', 'processor times to reckon with (JSON); without it those of docs/bench.md')
    .option('--cores <n>', 'of one machine with everything on it', '2')
    .option('--database-cores <n>', 'of Postgres, at least', '8')
    .addOption(
      new Option('--queue <backend>', 'that carries the jobs')
        .choices(['postgres', 'redis'])
        .default('postgres'),
    )
    .option('--seconds <n>', 'of simulated time', '120')
    .option('--seed <n>', 'of what is drawn', '1')
    .action((options: ScaleOptions) => {
      const isOfClients = options.clients.length > 0;
      const costs = costsOf(options, isOfClients ? OF_CLIENTS : NEWEST);
      const lines = [
        `Processor times: ${costs.of}.`,
        '',
        ...(isOfClients ? clientLines(options, costs) : schoolLines(options, costs)),
      ];
      for (const line of lines) out.write(`${line}\n`);
      exitWith(EXIT.ok);
    });
};

function costsOf({ costs: file, queue }: ScaleOptions, measured: Readonly<Record<Queue, Costs>>): Costs {
  if (file === undefined) return measured[queue];
  const { data, error } = Costs.safeParse(readJson(file));
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new UnusableArgument(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function clientLines(options: ScaleOptions, costs: Costs): string[] {
  const deployment = { ...oneOfEach(options), cores: wholeNumber('--cores', options.cores, MOST_CORES) };
  const rows = options.clients.map((text) => {
    const clients = wholeNumber('--clients', text, MOST_CLIENTS);
    const measured = options.costs === undefined ? CLIENTS[options.queue] : [];
    return {
      clients,
      played: playClients(clients, settingOf(options, costs, deployment)),
      measured: measured.find((row) => row.clients === clients),
    };
  });
  return clientsTable(rows);
}

function schoolLines(options: ScaleOptions, costs: Costs): string[] {
  const base = oneOfEach(options);
  const setting = settingOf(options, costs, base);
  const rows = options.schools.map((text) => {
    const schools = wholeNumber('--schools', text, MOST_SCHOOLS);
    return {
      schools,
      rates: ratesOf(schools, BUSIEST_HOUR),
      first: playSchools(schools, BUSIEST_HOUR, setting),
      plan: planFor(schools, BUSIEST_HOUR, base, setting),
    };
  });
  const cores = wholeNumber('--cores', options.cores, MOST_CORES);
  return [...limitsTable(ratesOf(1, BUSIEST_HOUR), costs, base, cores), '', ...plansTable(rows)];
}

const settingOf = (options: ScaleOptions, costs: Costs, deployment: Deployment) => ({
  deployment,
  costs,
  seconds: wholeNumber('--seconds', options.seconds, 3_600),
  seed: wholeNumber('--seed', options.seed, 2 ** 31),
});

/** A process of each service, with the defaults of their configuration, and Postgres elsewhere. */
const oneOfEach = ({ databaseCores, queue }: ScaleOptions): Deployment => ({
  processes: Object.fromEntries(SERVICES.map((name) => [name, 1])) as Deployment['processes'],
  concurrency: 4,
  pool: 5,
  cores: null,
  databaseCores: wholeNumber('--database-cores', databaseCores, MOST_CORES),
  logs: 1,
  redis: queue === 'redis' ? 1 : 0,
});
