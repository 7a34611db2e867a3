import { quantile } from './quantile';
import { type Random, seededRandom } from './random';

/** A figure with the range that resampling gives it. Null where there is nothing to measure. */
export interface Estimate {
  readonly value: number | null;
  /** 2.5th and 97.5th percentile of the bootstrap. */
  readonly low: number | null;
  readonly high: number | null;
}

export type Figures<Name extends string> = Readonly<Record<Name, number | null>>;

export interface BootstrapOptions {
  readonly draws?: number;
  readonly seed?: number;
}

const DRAWS = 1000;
const SEED = 20261120;

/**
 * Figures of a sample with percentile bootstrap intervals (Efron & Tibshirani 1993). Whole clusters are drawn: cases
 * of one diagnosis stand and fall together, and drawing them singly would make the intervals too narrow.
 *
 * @param measure all figures of one sample at once
 */
export function bootstrap<Item, Name extends string>(
  clusters: readonly (readonly Item[])[],
  measure: (sample: readonly Item[]) => Figures<Name>,
  { draws = DRAWS, seed = SEED }: BootstrapOptions = {},
): Readonly<Record<Name, Estimate>> {
  const random = seededRandom(seed);
  const values = measure(clusters.flat());
  const drawn = Array.from({ length: draws }, () => measure(resample(clusters, random)));
  const names = Object.keys(values) as Name[];
  const estimates = names.map((name) => {
    const spread = drawn.flatMap((figures) => figures[name] ?? []);
    const estimate = { value: values[name], low: quantile(spread, 0.025), high: quantile(spread, 0.975) };
    return [name, estimate] as const;
  });
  return Object.fromEntries(estimates) as Record<Name, Estimate>;
}

function resample<Item>(clusters: readonly (readonly Item[])[], random: Random): Item[] {
  return clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? []);
}

/** Items that share a key, in the order in which the keys first occur. */
export function clustersBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const clusters = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const cluster = clusters.get(key);
    if (cluster) cluster.push(item);
    else clusters.set(key, [item]);
  }
  return [...clusters.values()];
}
