import type { Measurement } from '../api/types';

const WAYS = ['posture', 'effort', 'support', 'side', 'extreme'] as const;

/** How a value was measured, as far as the text tells. */
export type Way = NonNullable<Measurement[(typeof WAYS)[number]]>;

export const waysOf = (measurement: Measurement): Way[] => WAYS.flatMap((way) => measurement[way] ?? []);

/** The values worth a table: the list of findings shows a sign that was measured once, and no more is to be said of it. */
export function rowsWorthTelling(measurements: readonly Measurement[]): readonly Measurement[] {
  const told = new Map<string, number>();
  for (const { findingId } of measurements) told.set(findingId, (told.get(findingId) ?? 0) + 1);
  return measurements.filter(
    (measurement) => (told.get(measurement.findingId) ?? 0) > 1 || waysOf(measurement).length > 0,
  );
}
