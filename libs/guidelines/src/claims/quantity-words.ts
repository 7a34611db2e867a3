import { type PassageLanguage } from '../passage';

/** A unit as it is written, what it measures, and how many of that measure's base it is. */
interface UnitRow {
  readonly words: string;
  readonly measures: string;
  readonly base: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Units of both languages. What begins another stands behind it. */
export const UNITS: readonly UnitRow[] = [
  { words: 'mmol/[Ll]', measures: 'mmol/l', base: 1 },
  { words: '[µμu]mol/[Ll]', measures: 'mmol/l', base: 1e-3 },
  { words: 'mOsm/kg', measures: 'mOsm/kg', base: 1 },
  { words: 'mg/kg', measures: 'g/kg', base: 1e-3 },
  { words: 'g/kg', measures: 'g/kg', base: 1 },
  { words: 'm[Ll]/kg', measures: 'l/kg', base: 1e-3 },
  { words: 'mg/d[Ll]', measures: 'g/l', base: 1e-2 },
  { words: 'mg/[Ll]', measures: 'g/l', base: 1e-3 },
  { words: 'g/[Ll]', measures: 'g/l', base: 1 },
  { words: 'mm ?Hg|毫米汞柱', measures: 'mmHg', base: 1 },
  { words: '%|％|per cent\\b|percent\\b', measures: 'share', base: 0.01 },
  { words: '°C|℃', measures: '°C', base: 1 },
  { words: '°', measures: 'angle', base: 1 },
  { words: '[µμ]g\\b|微克', measures: 'g', base: 1e-6 },
  { words: 'mg\\b|毫克', measures: 'g', base: 1e-3 },
  { words: 'kg\\b|公斤', measures: 'g', base: 1e3 },
  { words: 'g\\b|克', measures: 'g', base: 1 },
  { words: 'm[lL]\\b|毫升', measures: 'l', base: 1e-3 },
  { words: 'litres?\\b|L\\b|升', measures: 'l', base: 1 },
  { words: 'mm\\b|毫米', measures: 'm', base: 1e-3 },
  { words: 'cm\\b|厘米', measures: 'm', base: 1e-2 },
  { words: 'minutes?\\b|min\\b|分钟', measures: 'time', base: 1 },
  { words: 'hours?\\b|小时', measures: 'time', base: HOUR },
  { words: 'days?\\b|日龄|天|日', measures: 'time', base: DAY },
  { words: 'weeks?\\b|周龄|周(?!岁)', measures: 'time', base: 7 * DAY },
  { words: 'months?\\b|月龄|个月|月', measures: 'time', base: 30.4 * DAY },
  { words: 'years?\\b|周岁|岁|年', measures: 'time', base: 365 * DAY },
  { words: 'per minute\\b|a minute\\b|/min\\b|次/分', measures: 'rate', base: 1 },
  { words: 'points?\\b|分(?![之期级型])', measures: 'points', base: 1 },
  { words: '次', measures: 'times', base: 1 },
];

/** Numbers written as words; read as numbers before a unit and in fractions. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  十二: 12,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  半: 0.5,
};

/** Pieces that a whole is cut into: a third, two thirds. */
export const PIECES: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** Shares told as a part of a whole: two of three, two thirds, 三分之二, 八成. */
export const fractionPatterns = (number: string): readonly string[] => [
  `(?<part>${number}|\\d+) (?:in|of) (?<whole>${number}|\\d+)\\b`,
  `\\b(?<parts>a|${number}) (?<pieces>${Object.keys(PIECES).join('|')})s?\\b`,
  '(?<whole2>[二三四五六七八九十])分之(?<part2>[一二两三四五六七八九])',
  '(?<tenths>[一二两三四五六七八九])成',
];

/** Stands between the two ends of a range. */
export const RANGE_WORDS = '[-–~～至]|to\\b';

/** May stand between a bound and its number. */
export const BOUND_FILLERS = 'the age of |age |about |约';

/** Words that make of a number a bound, before it and after it. */
export const BOUND_WORDS: {
  readonly [language in PassageLanguage]: {
    readonly below: string;
    readonly above: string;
    readonly belowAfter: string;
    readonly aboveAfter: string;
  };
} = {
  en: {
    below:
      '\\b(?:(?:no|not|never) (?:be )?(?:(?:more|later|longer|older|greater|higher) than|above|over|beyond)|(?:not|never) exceed(?:ing)?|below|under|(?:less|fewer|lower|younger) than|up to|within|at most)|<|≤',
    above:
      '\\b(?:(?:no|not|never) (?:be )?(?:(?:less|fewer|lower|younger|shorter|earlier) than|below|under|within)|above|over|exceed(?:s|ed|ing)?|(?:more|older|greater|higher) than|at least|beyond)|>|≥',
    belowAfter: 'or (?:less|below|under|younger|fewer|earlier)\\b',
    aboveAfter: '(?:or|and) (?:more|above|over|older|later|longer|beyond)\\b',
  },
  zh: {
    below:
      '(?:不[应得能宜可要会]?|未|勿)(?:超过|晚于|大于|高于|多于|长于)|未满|不满|未达到?|不到|不足|小于|低于|少于|短于|至多|<|≤|＜',
    above:
      '(?:不[应得能宜可要会]?|未|勿)(?:少于|低于|小于|短于|早于)|大于|高于|超过|多于|长于|至少|满|>|≥|＞',
    belowAfter: '以下|以内|之内|内',
    aboveAfter: '及以上|或以上|以上',
  },
};
