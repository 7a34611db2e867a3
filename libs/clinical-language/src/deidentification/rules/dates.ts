import { type MaskRule } from './mask-rule';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const NUMERAL_ZH = '[一二三四五六七八九十]';
const TENS_WORD = '(?:one|two|three|four|five|six|seven|eight|nine)';
const OLD_WORDS = `(?:ninety[- ]${TENS_WORD}|(?:one|a) hundred(?: and ${TENS_WORD})?)`;

function isDayAndMonth(masked: string): boolean {
  const [a = 0, b = 0] = masked.split(/[-/.]/).map(Number);
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

/** Days of the calendar. Times of day, ages, courses ("3月余", "10 years 3 months") and relative times stay. */
export const DATE_RULES: readonly MaskRule[] = [
  {
    kind: 'date',
    pattern:
      /(?<![\d.])(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?Z?)?(?![\d.]\d)/gu,
  },
  {
    kind: 'date',
    pattern: /(?<![\d.])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d.]\d|\d)/gu,
  },
  { kind: 'date', pattern: /(?<![\d.])(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?/gu },
  { kind: 'date', pattern: /(?<![\d.])\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]/gu },
  {
    kind: 'date',
    pattern: new RegExp(
      `[一二][一二三四五六七八九〇零○]{3}年${NUMERAL_ZH}{1,3}月(?:${NUMERAL_ZH}{1,3}[日号])?`,
      'gu',
    ),
  },
  { kind: 'date', pattern: /(?<![\d.年])\d{1,2} ?月 ?\d{1,2} ?[日号]/gu },
  {
    kind: 'date',
    pattern: /(?<![\d./-])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?![\d.]\d)/gu,
    accept: isDayAndMonth,
  },
  { kind: 'date', pattern: /(?<![\d./])\d{1,2}\/\d{1,2}\/\d{2}(?![\d/])/gu, accept: isDayAndMonth },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<![\\d.])\\d{1,2}[-/ ]${MONTH}[-/. ]{1,2}(?:(?:19|20)\\d{2}|'?\\d{2})(?!\\d)`,
      'giu',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)? ${MONTH}\\b\\.?(?:,? (?:(?:19|20)\\d{2}|'\\d{2}))?`,
      'gu',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b${MONTH}\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?!\\d|\\.\\d)(?:,? (?:19|20)\\d{2})?`,
      'gu',
    ),
  },
  { kind: 'date', pattern: new RegExp(`\\b${MONTH}\\.?,? (?:of )?(?:19|20)\\d{2}\\b`, 'gu') },
];

const oldAge = (pattern: RegExp): MaskRule => ({ kind: 'age-over-89', pattern, placeholder: '90' });

/** Ages of 91 years and more, in digits and in words. */
export const OLD_AGE_RULES: readonly MaskRule[] = [
  oldAge(
    /(?<![\d.])(?:9[1-9]|1[0-2]\d)(?=[ -]?(?:years?[- ]old|years? of age|yrs?[- ]old|yo\b|y\/o|y\.o\.|周?岁))/giu,
  ),
  oldAge(/(?:\b(?:aged?|turn(?:ed|s|ing)) ?:? |年龄 ?[:为是]? ?)(?<it>9[1-9]|1[0-2]\d)(?!\d|\.\d|[%/])/giu),
  // "94F" at the beginning is a woman; elsewhere it may be a temperature
  oldAge(/(?<=(?:^|[.;\n]) {0,2})(?:9[1-9]|1[0-2]\d)(?= ?[MF]\b)/gu),
  oldAge(new RegExp(`\\b${OLD_WORDS}(?=[- ]years?\\b|[- ]yrs?\\b)`, 'giu')),
  oldAge(new RegExp(`\\b(?:aged?|turn(?:ed|s|ing)|age of) (?<it>${OLD_WORDS})\\b`, 'giu')),
  oldAge(/(?:九十[一二三四五六七八九]|一百零?[一二三四五六七八九十]{0,3})(?=多?余?[周虚]?岁)/gu),
];
