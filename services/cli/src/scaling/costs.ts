import { z } from 'zod';

const milliseconds = z.number().min(0);
/** Processor time by process, in milliseconds. */
const ByProcess = z.strictObject({
  gateway: milliseconds.default(0),
  'case-intake': milliseconds.default(0),
  'ddx-ranking': milliseconds.default(0),
  'guideline-retrieval': milliseconds.default(0),
  'explanation-log': milliseconds.default(0),
  teaching: milliseconds.default(0),
  integration: milliseconds.default(0),
  postgres: milliseconds.default(0),
  redis: milliseconds.default(0),
});
export type ByProcess = z.output<typeof ByProcess>;
export type ServiceName = Exclude<keyof ByProcess, 'postgres' | 'redis'>;

/** What is put into the simulation: all of it measured, but for `after`. */
export const Costs = z.strictObject({
  /** Where and when it was measured. */
  of: z.string(),
  /** Of a run, of an answer of a phone with all that follows from it, and of a call of an EHR. */
  run: ByProcess,
  answer: ByProcess,
  call: ByProcess,
  /** What each does by itself, in a second. */
  idle: ByProcess,
  /** What a client of the bench needs for a run, on the same machine. */
  client: milliseconds,
  /** How long a commit waits for the disk. */
  commit: milliseconds,
  /** How long the head of the log is held for an entry: half of the times are below `median`, nine in ten below `p90`. */
  head: z.strictObject({ median: milliseconds, p90: milliseconds }),
  /** Standard deviation of the logarithm of a processor time. */
  spread: z.number().min(0).max(2),
  /** The share of a job's work that is done after it has handed on: nobody waits for it. */
  after: z.number().min(0).max(0.9),
});
export type Costs = z.output<typeof Costs>;

/** Of a normal distribution: nine in ten lie below. */
const NINETIETH = 1.2816;

/** Standard deviation of the logarithm of the time for which the head is held, taken to be log-normal, and its mean. */
export function heldOf({ head: { median, p90 } }: Costs): { readonly spread: number; readonly mean: number } {
  const spread = Math.log(p90 / median) / NINETIETH;
  return { spread, mean: median * Math.exp(spread ** 2 / 2) };
}
