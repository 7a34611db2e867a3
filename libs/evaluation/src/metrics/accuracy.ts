import { mean } from '../statistics/quantile';

type Place = number | null;

/** Share of the cases whose diagnosis is among the first `k`; null for no cases. */
export function topShare(places: readonly Place[], k: number): number | null {
  return mean(places.map((place) => (place !== null && place <= k ? 1 : 0)));
}

/** Mean reciprocal rank: 1 for the first place, 1/2 for the second …, 0 where the diagnosis is not listed. */
export function meanReciprocalRank(places: readonly Place[]): number | null {
  return mean(places.map((place) => (place === null ? 0 : 1 / place)));
}
