import { type Lab } from '@openrounds/contracts';
import { gather } from '../normalise/lists-by-key';

/** One measured value of a test, with its place among the labs. */
export interface Point {
  readonly place: number;
  readonly lab: Lab;
  /** In the finding's unit. */
  readonly number: number;
}

const MS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;
/** Texts tell hours roughly, and their reader a little less than was told. */
const roughly = (hours: number): number => Math.round(hours * 10) / 10;
/** A test measured more often is followed over its last values. */
const MOST_POINTS = 20;

const millisecondsOf = ({ collectedAt }: Lab): number | undefined => {
  const time = collectedAt === undefined ? NaN : Date.parse(collectedAt);
  return Number.isNaN(time) ? undefined : time;
};

/**
 * Hours from one value to another, negative where the "later" was taken first. Undefined where the case does not tell:
 * times of collection, or the days ago that the text names (a value without any is the present one).
 */
export function hoursBetween(earlier: Lab, later: Lab): number | undefined {
  const [from, to] = [millisecondsOf(earlier), millisecondsOf(later)];
  if (from !== undefined && to !== undefined) return roughly((to - from) / MS_PER_HOUR);
  if (earlier.daysAgo === undefined && later.daysAgo === undefined) return undefined;
  const hours = roughly(((earlier.daysAgo ?? 0) - (later.daysAgo ?? 0)) * HOURS_PER_DAY);
  return earlier.daysAgo === undefined && hours >= 0 ? undefined : hours;
}

/** Puts labs of one test in order of time; what has no time keeps its order. */
export function inOrderOfTime<T extends { readonly lab: Lab }>(points: readonly T[]): T[] {
  const areTimed = points.every(({ lab }) => millisecondsOf(lab) !== undefined);
  if (areTimed) {
    return [...points].sort((a, b) => (millisecondsOf(a.lab) ?? 0) - (millisecondsOf(b.lab) ?? 0));
  }
  return [...points].sort((a, b) => (b.lab.daysAgo ?? 0) - (a.lab.daysAgo ?? 0));
}

/** The measured values of each test in order of time, by finding, those that were measured at least twice. */
export function seriesOf(labs: readonly Lab[]): Map<string, Point[]> {
  const byFinding = new Map<string, Point[]>();
  for (const [place, lab] of labs.entries()) {
    const isExact = typeof lab.value === 'number';
    if (lab.findingId === undefined || lab.quantity === undefined || !isExact) continue;
    const point = { place, lab, number: lab.quantity.number };
    byFinding.set(lab.findingId, [...(byFinding.get(lab.findingId) ?? []), point]);
  }
  return new Map(
    gather([...byFinding], ([findingId, points]) =>
      points.length < 2 ? [] : [[findingId, inOrderOfTime(points).slice(-MOST_POINTS)] as const],
    ),
  );
}
