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

/** Months and days of the lunar calendar: 腊月初八, 正月十五. */
const LUNAR =
  '(?:闰?[正腊冬一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?))';

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
    pattern: new RegExp(`(?:(?:19|20)\\d{2} ?年(?:农历|阴历)?|(?:农历|阴历|生于|出生于))${LUNAR}`, 'gu'),
  },
  { kind: 'date', pattern: /(?<![\d./-])\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-]|\.\d)/gu },
  {
    kind: 'date',
    pattern:
      /\b(?:b\.|[Bb]orn|DOB|D\.O\.B\.|[Ss]een(?: on)?|[Aa]dmitted(?: on)?|[Dd]ischarged on|[Oo]perated on|LMP|LNMP|EDD|[Pp]eriod (?:on|started)|[Dd]ue|[Ss]tarted on|[Dd]ied on|[Aa]ppointment on|[Ss]igned)[ :]{1,3}(?<it>\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)(?![\d/%]|\.\d)/gu,
    accept: isDayAndMonth,
  },
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

const OLD_ZH = '(?:九十[一二三四五六七八九]|一百零?[一二三四五六七八九十]{0,3})';
/** Behind these a bare number is an age: 今年96了, 虚岁九十八. */
const AGE_LEADS = '(?:今年|虚岁|周岁|实岁|高寿|享年|活到|都|已经|已|年近|年过|快)(?:有|是|满)?';
const ELDERS =
  '(?:奶奶|爷爷|外婆|外公|姥姥|姥爷|太爷爷|太奶奶|祖父|祖母|老人|老太太|老爷子|老头|老母亲|老父亲)';

/** Ages of 91 years and more, in digits and in words. */
export const OLD_AGE_RULES: readonly MaskRule[] = [
  oldAge(new RegExp(`${AGE_LEADS} ?(?<it>9[1-9]|1[0-2]\\d|${OLD_ZH})(?=[了岁,。高多]|$)`, 'gu')),
  oldAge(new RegExp(`${ELDERS} ?(?<it>9[1-9]|1[01]\\d|${OLD_ZH})(?=[了岁,。高多])`, 'gu')),
  oldAge(new RegExp(`(?<![\\d.])(?:9[1-9]|1[01]\\d|${OLD_ZH})(?=多?岁?高龄)`, 'gu')),
  oldAge(
    /\b(?:(?:she|he|who)(?: is|'s| was| will be|'ll be)?|(?:will|would) be|nearly|almost|just|now) (?:now |nearly |almost |just )?(?<it>9[1-9]|1[01]\d)(?= (?:next|this|in|and|now|today|tomorrow|last|with|years)\b|[,.;](?!\d)|$)/gu,
  ),
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
