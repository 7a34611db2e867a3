import { Costs } from './costs';

/** Figures of docs/bench.md and docs/bench-notes.md, two cores; what is not named costs nothing there. */
export const MEASURED: Costs = Costs.parse({
  of: 'docs/bench-notes.md, 2026-11-22, queues on Postgres',
  run: {
    gateway: 22,
    'case-intake': 21,
    'ddx-ranking': 29,
    'guideline-retrieval': 6,
    'explanation-log': 12,
    postgres: 25,
  },
  answer: {},
  call: {},
  idle: {},
  client: 3,
  commit: 3,
  head: { median: 7, p90: 22 },
  spread: 0.3,
  after: 0.3,
});
