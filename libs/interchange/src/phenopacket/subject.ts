import { type Age, type Patient } from '@openrounds/contracts';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { ageAt, ageOfDuration } from '../time/age';
import { readMoment, type Moment } from '../time/moment';
import { Subject, type TimeElement } from './schemas';

const AT = '/subject';
const HUMAN = 'NCBITaxon:9606';

const SEX: Readonly<Record<string, Patient['sex']>> = {
  FEMALE: 'female',
  MALE: 'male',
  UNKNOWN_SEX: 'unknown',
};

/** The middle of a range of ages, in months. */
function middle(start: Age, end: Age): Age | undefined {
  const months = [start, end].map(({ value, unit }) =>
    unit === 'a' ? value * 12 : unit === 'mo' ? value : 0,
  );
  const [from = 0, to = 0] = months;
  return from <= to ? ageOfDuration(`P${String(Math.floor((from + to) / 2))}M`) : undefined;
}

/** The age that a time element tells, by itself or as a time since birth. */
function ageOf(
  time: TimeElement,
  birth: Moment | undefined,
): Age | 'age-not-read' | 'age-coarse' | 'age-impossible' {
  if (time.age !== undefined) return ageOfDuration(time.age.iso8601duration) ?? 'age-not-read';
  if (time.ageRange !== undefined) {
    const { start, end } = time.ageRange;
    const [from, to] = [ageOfDuration(start.iso8601duration), ageOfDuration(end.iso8601duration)];
    return (from !== undefined && to !== undefined ? middle(from, to) : undefined) ?? 'age-not-read';
  }
  const at = readMoment(time.timestamp);
  return birth !== undefined && at !== undefined ? ageAt(birth, at) : 'age-not-read';
}

/**
 * Sex and age of the subject; the age is that at the last encounter, else that on `reference`, the day of the newest
 * measurement.
 */
export function readSubject(given: unknown, reference: Moment, gathering: Gathering): Patient {
  const unknown: Patient = { age: null, sex: 'unknown' };
  if (given === undefined) return unknown;
  const read = Subject.safeParse(given);
  if (!read.success) {
    gathering.reject(AT, 'malformed');
    return unknown;
  }
  const { alternateIds, dateOfBirth, timeAtLastEncounter, sex: written = 'UNKNOWN_SEX' } = read.data;
  gathering.withhold('mrn', alternateIds?.length ?? 0);
  gathering.withhold('date', dateOfBirth === undefined ? 0 : 1);
  const sex = SEX[written];
  if (sex === undefined) gathering.reject(below(AT, 'sex'), 'sex-not-read');
  const birth = readMoment(dateOfBirth);
  const known = { sex: sex ?? ('unknown' as const) };
  if (timeAtLastEncounter === undefined && birth === undefined) return { ...known, age: null };
  const age =
    timeAtLastEncounter === undefined
      ? ageAt(birth ?? reference, reference)
      : ageOf(timeAtLastEncounter, birth);
  if (typeof age === 'object') return { ...known, age };
  gathering.reject(agePointer(given), age);
  return { ...known, age: null };
}

/** Where the age stands. */
export const agePointer = (subject: unknown): string =>
  below(
    AT,
    typeof subject === 'object' && subject !== null && 'timeAtLastEncounter' in subject
      ? 'timeAtLastEncounter'
      : 'dateOfBirth',
  );

/** A mouse is no patient. */
export function isHuman(subject: unknown): boolean {
  const read = Subject.safeParse(subject);
  return !read.success || read.data.taxonomy === undefined || read.data.taxonomy.id === HUMAN;
}
