import type { DifferentialEntry, Evidence } from '../api/types';

/** As many steps as a page carries; the smaller ones are summed. */
const LARGEST_STEPS = 11;
/** The answer's sum must equal the probability that it states, to this many natural log-odds. */
const CLOSURE = 1e-6;

/** One step on the way from the base rate to the probability; `from` and `to` are log-odds (natural). */
export type Step = { readonly from: number; readonly to: number; readonly contribution: number } & (
  | { readonly kind: 'prior' | 'shared' | 'result' }
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'rest'; readonly count: number }
);

export interface Waterfall {
  readonly steps: readonly Step[];
  /** Smallest and largest log-odds that any step touches; 0 is always inside. */
  readonly domain: readonly [number, number];
  /** Whether prior, evidence and the share of the others add up to the stated probability. */
  readonly closes: boolean;
}

type Disease = Pick<DifferentialEntry, 'probability' | 'priorContribution' | 'evidence'>;

/**
 * The computation of one disease's probability, as steps in log-odds.
 *
 * The score of disease k against Other is `s = prior + Σ contributions`; the soft-max gives `p = eˢ / (1 + Σ eˢ)`.
 * Therefore `ln p/(1−p) = s − ln(1 + Σ eˢ of the others)`, and since `p_Other = 1 / (1 + Σ eˢ)`, the last term,
 * called shared, is `ln(p_Other / (1 − p))`.
 *
 * @param other probability of Other, 0 to 1
 * @returns null where a probability of exactly 0 or 1 leaves no odds to draw
 */
export function waterfallOf(disease: Disease, other: number): Waterfall | null {
  const { probability } = disease;
  if (probability <= 0 || probability >= 1 || other <= 0) return null;
  const evidence = disease.evidence.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const steps: Step[] = [
    { kind: 'prior', from: 0, to: disease.priorContribution, contribution: disease.priorContribution },
  ];
  let at = disease.priorContribution;
  const step = (contribution: number) => ({ from: at, to: (at += contribution), contribution });

  // A single smaller finding is shown as itself: "1 smaller finding together" would only hide its name.
  const shown = evidence.length === LARGEST_STEPS + 1 ? evidence.length : LARGEST_STEPS;
  for (const row of evidence.slice(0, shown))
    steps.push({ kind: 'evidence', evidence: row, ...step(row.contribution) });
  const rest = evidence.slice(shown);
  if (rest.length > 0) {
    steps.push({
      kind: 'rest',
      count: rest.length,
      ...step(rest.reduce((sum, row) => sum + row.contribution, 0)),
    });
  }
  steps.push({ kind: 'shared', ...step(Math.log(other / (1 - probability))) });

  const result = Math.log(probability / (1 - probability));
  const closes = Math.abs(result - at) <= CLOSURE;
  steps.push({ kind: 'result', from: 0, to: result, contribution: result });
  const touched = steps.flatMap(({ from, to }) => [from, to]);
  return { steps, domain: [Math.min(...touched), Math.max(...touched)], closes };
}

/** Odds one can say, from fine to coarse; the first set that does not crowd the axis is taken. */
const TICK_SETS = [
  [10, 3, 1],
  [100, 10, 1],
  [10_000, 100, 1],
  [1_000_000, 1_000, 1],
] as const;
const MOST_TICKS = 5;
/** A set serves an axis that reaches this much further than its last tick. */
const COVERED = 1.6;

/** Ticks in log-odds: 1 to 10, 1 to 3, even, 3 to 1, 10 to 1; on a wider axis in steps of 10, 100 or 1,000. */
export function oddsTicks([low, high]: readonly [number, number]): number[] {
  let ticks: number[] = [];
  for (const set of TICK_SETS) {
    const upwards = set.map(Math.log).filter((tick) => tick > 0);
    const all = [...upwards.map((tick) => -tick), 0, ...upwards.toReversed()];
    ticks = all.filter((tick) => tick >= low && tick <= high);
    const covers = Math.max(-low, high) <= Math.log(set[0]) * COVERED;
    if (covers && ticks.length <= MOST_TICKS) break;
  }
  return ticks;
}
