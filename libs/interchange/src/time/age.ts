import { type Age } from '@openrounds/contracts';
import { type Moment } from './moment';

/** Ages below are told in months. */
const MONTHS_TOLD = 24;
const DAY_MS = 86_400_000;

/** Years from two on, months below, days below one month: as notes tell an age. */
const ofMonths = (months: number): Age =>
  months >= MONTHS_TOLD ? { value: Math.floor(months / 12), unit: 'a' } : { value: months, unit: 'mo' };

/**
 * The age at a moment.
 *
 * @returns `age-impossible` before birth, `age-coarse` where the dates do not tell an infant from a child
 */
export function ageAt(birth: Moment, at: Moment): Age | 'age-coarse' | 'age-impossible' {
  if (at.year < birth.year) return 'age-impossible';
  if (birth.month === undefined || at.month === undefined) {
    const years = at.year - birth.year;
    return years >= 2 ? { value: years, unit: 'a' } : 'age-coarse';
  }
  const bothDays = birth.day !== undefined && at.day !== undefined;
  const incomplete = bothDays && (at.day ?? 0) < (birth.day ?? 0) ? 1 : 0;
  const months = (at.year - birth.year) * 12 + at.month - birth.month - incomplete;
  if (months < 0) return 'age-impossible';
  if (months > 0) return ofMonths(months);
  if (!bothDays) return 'age-coarse';
  const day = ({ year, month = 1, day = 1 }: Moment): number => Date.UTC(year, month - 1, day) / DAY_MS;
  return { value: day(at) - day(birth), unit: 'd' };
}

const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T[\dHMS.]+)?$/;

/** An age as an ISO 8601 duration: `P33Y2M`, `P5M`, `P3W`, `P12D`. */
export function ageOfDuration(duration: string): Age | undefined {
  const [whole, years = '0', months = '0', weeks = '0', days = '0'] = DURATION.exec(duration) ?? [];
  if (whole === undefined) return undefined;
  const wholeMonths = Number(years) * 12 + Number(months);
  if (wholeMonths > 0) return ofMonths(wholeMonths);
  return Number(weeks) > 0 && Number(days) === 0
    ? { value: Number(weeks), unit: 'wk' }
    : { value: Number(weeks) * 7 + Number(days), unit: 'd' };
}
