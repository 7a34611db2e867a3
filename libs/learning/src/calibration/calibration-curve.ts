import { type CalibrationPair } from './calibration-pair';

/** How often what got so many points was so. */
export interface CalibrationBin {
  /** Points, from (inclusive) … to (exclusive; the last bin holds 100 too). */
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly hits: number;
  readonly persons: number;
}

/** A bin as a point of the curve. */
export interface CalibrationPoint {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Mean stated probability, 0–1. */
  readonly stated: number;
  /** Share that was so, 0–1. */
  readonly observed: number;
}

/** Narrow at both ends, and round numbers in the middle of the others: people say 10, 20, 30. */
const EDGES = [0, 5, 15, 25, 35, 45, 55, 65, 75, 85, 95, 100] as const;

/** No figure for fewer pairs or persons: one student names up to five diagnoses. */
export const FEWEST_SHOWN = 5;

/** The counts of every bin: for one person they are a sentence, never a curve. */
export function calibrationBins(pairs: readonly CalibrationPair[]): CalibrationBin[] {
  return binned(pairs).map(({ from, to, within }) => ({
    from,
    to,
    pairs: within.length,
    hits: within.filter(({ hit }) => hit).length,
    persons: personsOf(within),
  }));
}

/**
 * The calibration curve (reliability diagram) of a class: mean stated probability beside the share that was so, for
 * bins of at least 5 pairs from at least 5 persons.
 */
export function calibrationCurve(pairs: readonly CalibrationPair[]): CalibrationPoint[] {
  return binned(pairs)
    .filter(({ within }) => within.length >= FEWEST_SHOWN && personsOf(within) >= FEWEST_SHOWN)
    .map(({ from, to, within }) => ({ from, to, pairs: within.length, ...figuresOf(within) }));
}

/** Mean stated probability and share that was so, both 0–1; NaN for no pairs. */
export function figuresOf(pairs: readonly CalibrationPair[]): { stated: number; observed: number } {
  const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
  const hits = pairs.filter(({ hit }) => hit).length;
  return { stated: points / 100 / pairs.length, observed: hits / pairs.length };
}

function binned(
  pairs: readonly CalibrationPair[],
): { from: number; to: number; within: CalibrationPair[] }[] {
  return EDGES.slice(0, -1).map((from, at) => {
    const to = EDGES[at + 1] ?? 100;
    const within = pairs.filter(
      ({ points }) => points >= from && (points < to || (to === 100 && points === 100)),
    );
    return { from, to, within };
  });
}

function personsOf(pairs: readonly CalibrationPair[]): number {
  return new Set(pairs.map(({ personId }) => personId)).size;
}
