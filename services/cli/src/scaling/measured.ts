import { type ByProcess, Costs } from './costs';

export type Queue = 'postgres' | 'redis';

/** A row of docs/bench.md: so many clients, each asking for its next run when its last is done. */
export interface MeasuredClients {
  readonly clients: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const rows = (...measured: [number, number, number, number][]): readonly MeasuredClients[] =>
  measured.map(([clients, perSecond, p50, p99]) => ({ clients, perSecond, p50, p99 }));

/** Of docs/bench.md, 2026-11-21. */
export const CLIENTS: Readonly<Record<Queue, readonly MeasuredClients[]>> = {
  postgres: rows([1, 8, 121, 188], [4, 11.9, 329, 514], [16, 13.3, 1184, 1616], [64, 13.2, 4795, 5977]),
  redis: rows([1, 9.8, 97, 177], [4, 15.9, 248, 420], [16, 15.8, 989, 1589], [64, 14.9, 4215, 5448]),
};

const IDLE = {
  gateway: 2,
  'case-intake': 2,
  'ddx-ranking': 2,
  'guideline-retrieval': 1,
  'explanation-log': 2,
  teaching: 6,
  integration: 2,
};

/**
 * What is not in docs/bench.md, by `scripts/bench/costs.mjs` on a free machine, 2026-11-24, where a run cost 144 ms (Postgres)
 * and 126 ms (Redis). Of waiting what was measured on 2026-11-22.
 */
const BESIDE = {
  postgres: {
    answer: { gateway: 6.7, teaching: 8.1, postgres: 7.5 },
    call: { gateway: 15, integration: 6.2, 'ddx-ranking': 12, postgres: 11 },
    idle: { ...IDLE, postgres: 8 },
  },
  redis: {
    answer: { gateway: 6.1, teaching: 8.6, postgres: 1.8, redis: 1.7 },
    call: { gateway: 16, integration: 6.6, 'ddx-ranking': 13, postgres: 2.1, redis: 3.4 },
    idle: { ...IDLE, postgres: 3, redis: 2 },
  },
};
const ANYWHERE = {
  client: 5,
  // a file and its folder synced, and a commit: docs/bench-notes.md
  head: { median: 7, p90: 22 },
  commit: 3,
  // p50 and p99 of the engine and of reading: docs/bench.md
  spread: 0.3,
  // the one that is fitted: to the median of a single client
  after: 0.5,
};

/** Of runs one after the other: what was done meanwhile without them is taken off. */
function costsOf(of: string, queue: Queue, run: Partial<ByProcess>, perSecond: number): Costs {
  const costs = Costs.parse({ ...ANYWHERE, ...BESIDE[queue], of, run });
  const names = Object.keys(costs.run) as (keyof ByProcess)[];
  const net = names.map((name) => [name, Math.max(0, costs.run[name] - costs.idle[name] / perSecond)]);
  return { ...costs, run: Object.fromEntries(net) as ByProcess };
}

/** The processor times of the same table as {@link CLIENTS}. */
export const OF_CLIENTS: Readonly<Record<Queue, Costs>> = {
  postgres: costsOf(
    'docs/bench.md, 2026-11-21',
    'postgres',
    {
      gateway: 31,
      'case-intake': 23,
      'ddx-ranking': 39,
      'guideline-retrieval': 7.5,
      'explanation-log': 18,
      postgres: 60,
    },
    8,
  ),
  redis: costsOf(
    'docs/bench.md, 2026-11-21',
    'redis',
    {
      gateway: 27,
      'case-intake': 18,
      'ddx-ranking': 36,
      'guideline-retrieval': 5.58,
      'explanation-log': 15,
      postgres: 21,
      redis: 5.5,
    },
    9.8,
  ),
};

/** The best that there are: docs/bench-notes.md; on Redis only their sum is there, divided as a day before. */
export const NEWEST: Readonly<Record<Queue, Costs>> = {
  postgres: costsOf(
    'docs/bench-notes.md, 2026-11-22',
    'postgres',
    {
      gateway: 22,
      'case-intake': 21,
      'ddx-ranking': 29,
      'guideline-retrieval': 6,
      'explanation-log': 12,
      teaching: 3,
      postgres: 25,
    },
    10.5,
  ),
  redis: costsOf(
    'docs/bench-notes.md, 2026-11-22',
    'redis',
    {
      gateway: 22.3,
      'case-intake': 14.9,
      'ddx-ranking': 29.8,
      'guideline-retrieval': 4.6,
      'explanation-log': 12.4,
      postgres: 17.4,
      redis: 4.6,
    },
    12,
  ),
};
