import { type Candidate, ENOUGH } from './candidate';
import { isMonthAndDay } from './checks';
import { type Passage } from './passage';

/** What a shape speaks for a date by itself; what stands around it decides. */
const SLASH = 0.5;
const HYPHEN = -0.5;
/** 3.15 is more often a result. */
const STOP = -1;
/** 14/3: nobody scores fourteen out of three. */
const DAY_FIRST = 2.5;
/** 3/14 may be so many of so many; 3/22 is hardly. */
const DAY_SECOND = 1;
const NO_TOTAL = 1;
const TOTALS: ReadonlySet<number> = new Set([13, 14, 15, 18, 20, 21, 24, 25, 27, 28, 30]);
/** 03/09 */
const FILLED = 0.5;
/** 3/7, 4/12: days and months that something lasted. */
const LASTED = -1;
const LASTED_DAYS = 7;
const LASTED_MONTHS = 12;
/** 10/12 F, 3/7 old: so many months and days of age. */
const OF_AGE = -4;
const AGE_BEHIND = /^ ?(?:[FM]\b|(?:fe)?male\b|y?o\b|old\b|boy|girl|baby|infant|child)/u;
/** 6/9: how sharp one sees. */
const SIX_METRES = -1;
/** 4/5, 3/10, 24/30: so many of so many. */
const OF_SO_MANY = -0.5;
const WITH_YEAR = 2;
const RANGE = 0.5;
const OPENS_LINE = 1.5;
const OPENS_CLAUSE = 0.5;
const BEFORE_COLON = 1;
const BEFORE_TIME = 2;
const IN_BRACKETS = 1.5;
const CLOSES_ROW = 1;
/** Where one is a date, others of its shape are. */
const SERIES = 1.5;
/** The 22nd. */
const WITH_ARTICLE = 1.5;
const WITHOUT_ARTICLE = 0.5;
const DAY_ALONE = 0;
/** 12号 */
const DAY_NUMBER = 1;
const LUNAR = 2.5;
/** 初三 is a year of school as well. */
const SCHOOL_YEAR = 0.5;

const FIGURES =
  /(?<![\p{Script=Latin}\d./+×*-]|\d: ?|\d ?[-/] )(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}))?(?<range> ?(?:-|~|至|到|to|until) ?\d{1,2}\2\d{1,2})?(?![\d/%+×*]|[.:-]\d|-?\p{Script=Latin})/gu;
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)';
const ORDINALS = new RegExp(
  `(?<![\\d.-])(?:[Tt]he )?${ORDINAL}(?:(?:,| and| or| &| to|-)(?: the)? ?${ORDINAL}){0,3}(?![\\w-])`,
  'gu',
);
const HAN_DAY =
  /(?<![\d.:/第年-]|\d ?月)(?<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)(?<unit>号|日(?![前后内来余间龄]))|(?<lunar>初[一二三四五六七八九十])/gu;

const TIME = /^ ?(?:@|at )? ?\d{1,2}(?::\d{2}|h\b|am\b|pm\b)/u;
const COLON = /^ ?(?::|- )/u;
/** A unit, or what counts on. */
const COUNTED =
  /^ ?(?:[分次天周月年岁个片粒支倍米秒度]|小时|m[glmLU]|mc?g|cm|[gkKL]\b|kPa|mmol|min|°|ml|units?)/u;

interface Dated extends Candidate {
  /** Dates that are written alike. */
  readonly style: string;
}

/** What stands around a place speaks for a date there. */
function around(passage: Passage, start: number, end: number): number {
  const before = passage.before.date[passage.indexAt(start)] ?? 0;
  const after = passage.after.date[passage.indexAt(end)] ?? 0;
  return before + after;
}

/** How a line or a clause begins and goes on where a note is dated. */
function layout({ text }: Passage, start: number, end: number): number {
  const ahead = text.slice(Math.max(0, start - 3), start);
  const behind = text.slice(end, end + 12);
  const opening = /(?:^|[\n|｜>])[ *•(]{0,2}$/u.test(ahead)
    ? OPENS_LINE
    : /[。;；,，] ?$/u.test(ahead)
      ? OPENS_CLAUSE
      : 0;
  const going = TIME.test(behind)
    ? BEFORE_TIME
    : COLON.test(behind) && opening === OPENS_LINE
      ? BEFORE_COLON
      : 0;
  const bracketed = ahead.endsWith('(') && behind.startsWith(')') ? IN_BRACKETS : 0;
  const row = /[|｜;；] ?$/u.test(ahead) && /^ ?(?:$|[\n|｜])/u.test(behind) ? CLOSES_ROW : 0;
  return opening + going + bracketed + row;
}

/** How much the larger number speaks for a day. */
function dayWeight(separator: string, first: number, second: number): number {
  if (second === LASTED_DAYS || second === LASTED_MONTHS) return 0;
  if (first > 12) return separator === '/' ? DAY_FIRST : DAY_SECOND;
  if (second <= 12) return 0;
  return DAY_SECOND + (separator !== '/' || TOTALS.has(second) ? 0 : NO_TOTAL);
}

/** 14/3, 3.15, 10-8, and 11.3-11.9. */
function* inFigures(passage: Passage): Generator<Dated> {
  const { text } = passage;
  for (const match of text.matchAll(FIGURES)) {
    const [found, a = '', separator = '', b = '', year] = match;
    const [first, second] = [Number(a), Number(b)];
    const [start, end] = [match.index, match.index + found.length];
    if (
      !isMonthAndDay(first, second) ||
      !passage.isAsGiven(start, end) ||
      COUNTED.test(text.slice(end, end + 5))
    )
      continue;
    const score =
      (separator === '/' ? SLASH : separator === '-' ? HYPHEN : STOP) +
      dayWeight(separator, first, second) +
      (a.startsWith('0') || b.startsWith('0') ? FILLED : 0) +
      (separator === '/' && (second === LASTED_DAYS || second === LASTED_MONTHS) ? LASTED : 0) +
      (second === LASTED_MONTHS && AGE_BEHIND.test(text.slice(end, end + 8)) ? OF_AGE : 0) +
      (separator === '/' && first === 6 && second % 3 === 0 ? SIX_METRES : 0) +
      (separator === '/' && first <= second && second % 5 === 0 ? OF_SO_MANY : 0) +
      (year === undefined ? 0 : WITH_YEAR) +
      (match.groups?.['range'] === undefined ? 0 : RANGE);
    yield {
      start,
      end,
      kind: 'date',
      score: score + layout(passage, start, end) + around(passage, start, end),
      style: separator,
    };
  }
}

/** On the 22nd, since the 3rd: where no noun follows that is counted. */
function* inOrdinals(passage: Passage): Generator<Dated> {
  const { text } = passage;
  for (const { 0: found, index: start } of text.matchAll(ORDINALS)) {
    const end = start + found.length;
    const counts =
      /^ [a-z]/u.test(text.slice(end, end + 2)) && (passage.after.date[passage.indexAt(end)] ?? 0) <= 0;
    const days = found.match(/\d+/gu) ?? [];
    if (counts || days.some((day) => Number(day) > 31 || day === '0')) continue;
    const score = (/^the/iu.test(found) ? WITH_ARTICLE : WITHOUT_ARTICLE) + around(passage, start, end);
    yield { start, end, kind: 'date', score, style: 'ordinal' };
  }
}

/** 12号, 于8日, 初八. */
function* inHan(passage: Passage): Generator<Dated> {
  const { text } = passage;
  for (const match of text.matchAll(HAN_DAY)) {
    const { day, unit, lunar } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    if (day !== undefined && /^\d/u.test(day) && (Number(day) < 1 || Number(day) > 31)) continue;
    const base =
      lunar === undefined
        ? unit === '号'
          ? DAY_NUMBER
          : DAY_ALONE
        : /[一二三]/u.test(lunar)
          ? SCHOOL_YEAR
          : LUNAR;
    yield {
      start,
      end,
      kind: 'date',
      score: base + (layout(passage, start, end) > 0 ? 1 : 0) + around(passage, start, end),
      style: lunar ?? unit ?? '',
    };
  }
}

/** Days without a year, weighed by how they are written, by where they stand and by the others of a text. */
export function datesWithoutYear(passage: Passage): Candidate[] {
  if (!/\d|[号日初]/u.test(passage.text)) return [];
  const found = [...inFigures(passage), ...inOrdinals(passage), ...inHan(passage)];
  const styles = new Set(found.filter(({ score }) => score >= ENOUGH).map(({ style }) => style));
  return found.map(({ style, score, ...each }) => ({
    ...each,
    score: score > 0 && styles.has(style) ? score + SERIES : score,
  }));
}
