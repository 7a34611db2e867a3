import { type Candidate } from './candidate';
import { classesOf } from './mask-lexicon';

/** How one language tells that a date is that of a birth or of a visit, and how it tells an age. */
function wordsOf(language: 'en' | 'zh') {
  const classes = classesOf(`${language}/birth-dates`);
  const of = (name: string): readonly string[] => classes.get(name) ?? [];
  return {
    birth: { before: of('birth-before'), behind: of('birth-behind') },
    visit: { before: of('visit-before'), behind: of('visit-behind') },
    /** What stands for the birth, with the age in years, months, weeks and days; `{}` is the number. */
    aged: of('aged'),
  };
}

type DateWords = ReturnType<typeof wordsOf>['birth'];

const LANGUAGES = (['en', 'zh'] as const).map(wordsOf);
const MONTHS = classesOf('en/birth-dates').get('month') ?? [];

/** So many characters before and behind a date say what it is the date of. */
const BEFORE = 24;
const BEHIND = 8;
/** "Today, 2 March": a comma there ends no clause. */
const BESIDE_DATE = /,\s*$/u;
const ENDS_CLAUSE = /[,;。、\n()]|\.\s(?=\S)/gu;

/** What stands in the clause of a date. */
interface Clause {
  readonly before: string;
  readonly behind: string;
}

function clauseAround(text: string, { start, end }: Candidate): Clause {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .toLowerCase()
    .replace(BESIDE_DATE, '');
  const behind = text.slice(end, end + BEHIND);
  return {
    before: before.split(ENDS_CLAUSE).at(-1) ?? '',
    behind: behind.split(ENDS_CLAUSE)[0] ?? '',
  };
}

/** A word of one character says it only by itself: 生, and no 生病. */
const isTold = ({ before, behind }: Clause, words: DateWords): boolean =>
  words.before.some((word) => ` ${before} `.includes(/[a-z]/u.test(word) ? ` ${word} ` : word)) ||
  words.behind.some((word) => (word.length === 1 ? behind === word : behind.includes(word)));

const FIRST_OF_CENTURY = 2000;
const SHORT_YEAR = 100;

/** A day in UTC; of a month alone its first. Of two numbers the day stands first, but behind a year. */
function dayOf(written: string): Date | undefined {
  const name = /[a-z]{3}/iu.exec(written)?.[0].toLowerCase() ?? '';
  const named = MONTHS.indexOf(name) + 1;
  const numbers = (written.match(/\d+/gu) ?? []).map(Number);
  const isYearFirst = (numbers[0] ?? 0) >= SHORT_YEAR;
  const year = isYearFirst ? numbers.shift() : numbers.pop();
  if (named > 0) numbers.push(named);
  if (isYearFirst) numbers.reverse();
  const month = numbers.pop();
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  const whole = year < SHORT_YEAR ? FIRST_OF_CENTURY + year : year;
  return new Date(Date.UTC(whole, month - 1, numbers.pop() ?? 1));
}

const MS_PER_DAY = 86_400_000;
/** From so many on an age is told in years, in months and in weeks; below it in the next smaller unit. */
const LEAST = [2, 3, 2] as const;
/** Years; nobody's age is told above it. */
export const OLDEST_TOLD = 90;
const OLDEST = 120;

/** How old who was born on one day is on another, in the unit that is usual; nothing where nobody is so old. */
function ageIn(birth: Date, visit: Date, aged: readonly string[]): string | undefined {
  const isBeforeDay = visit.getUTCDate() < birth.getUTCDate();
  const months =
    12 * (visit.getUTCFullYear() - birth.getUTCFullYear()) +
    visit.getUTCMonth() -
    birth.getUTCMonth() -
    (isBeforeDay ? 1 : 0);
  const years = Math.floor(months / 12);
  const days = Math.round((visit.getTime() - birth.getTime()) / MS_PER_DAY);
  const weeks = Math.floor(days / 7);
  if (days < 0 || years > OLDEST) return undefined;
  const told = [Math.min(years, OLDEST_TOLD), months, weeks, days];
  const unit = told.findIndex((value, at) => value >= (LEAST[at] ?? 0));
  return aged[unit]?.replace('{}', String(told[unit]));
}

/** A birth that seems to come after the visit was told with a short year: 58 is 1958. */
function bornBefore(birth: Date, visit: Date): Date {
  if (birth <= visit) return birth;
  return new Date(Date.UTC(birth.getUTCFullYear() - SHORT_YEAR, birth.getUTCMonth(), birth.getUTCDate()));
}

/**
 * The age stands behind the masked date of a birth where the text tells the date of the visit as well: both dates are gone then, and
 * with them how old the patient is.
 *
 * @param text normalised
 * @param found what is masked of it
 */
export function withAgeByDates(text: string, found: readonly Candidate[]): readonly Candidate[] {
  const dates = found
    .filter(({ kind }) => kind === 'date')
    .map((each) => ({
      each,
      clause: clauseAround(text, each),
      day: dayOf(text.slice(each.start, each.end)),
    }));
  for (const { birth, visit, aged } of LANGUAGES) {
    const born = dates.find(({ clause }) => isTold(clause, birth));
    const seen = dates.find((date) => date !== born && isTold(date.clause, visit));
    if (born?.day === undefined || seen?.day === undefined) continue;
    const placeholder = ageIn(bornBefore(born.day, seen.day), seen.day, aged);
    if (placeholder === undefined) continue;
    return found.map((each) => (each === born.each ? { ...each, placeholder } : each));
  }
  return found;
}
