/** A date or time as it was written: parts that were left out are unknown. */
export interface Moment {
  /** Milliseconds since 1970; unknown parts are taken as their first. */
  readonly ms: number;
  readonly year: number;
  readonly month?: number;
  /** Day of the month, where the writer stood. */
  readonly day?: number;
}

const WRITTEN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Reads a FHIR date, dateTime or instant, or the timestamp of a Phenopacket. */
export function readMoment(written: string | undefined): Moment | undefined {
  const [whole, year, month, day] = WRITTEN.exec(written ?? '') ?? [];
  if (whole === undefined || year === undefined) return undefined;
  const ms = Date.parse(whole.includes('T') && !/(?:Z|[+-]\d{2}:\d{2})$/.test(whole) ? `${whole}Z` : whole);
  if (Number.isNaN(ms) || !isOnCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
  return {
    ms,
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** `Date` takes 30 February for 2 March. */
function isOnCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The moment of a clock. */
export const momentOf = (date: Date): Moment => ({
  ms: date.getTime(),
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

/** The later of two moments; an unknown one is none. */
export const latest = (a: Moment | undefined, b: Moment | undefined): Moment | undefined =>
  a === undefined || (b !== undefined && b.ms > a.ms) ? b : a;

const DAY_MS = 86_400_000;

/** Whole days from one moment to another. */
export const daysBetween = (from: Moment, to: Moment): number =>
  Math.floor(to.ms / DAY_MS) - Math.floor(from.ms / DAY_MS);

/** A moment that is known to the day, shifted by whole days, as RFC 3339. */
export function shifted({ ms, day }: Moment, days: number): string | undefined {
  return day === undefined ? undefined : new Date(ms + days * DAY_MS).toISOString();
}
