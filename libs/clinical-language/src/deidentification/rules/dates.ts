import { type MaskRule } from './mask-rule';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const NUMERAL_ZH = '[一二三四五六七八九十]';
const TENS_WORD = '(?:one|two|three|four|five|six|seven|eight|nine)';
const OLD_WORDS = `(?:ninety[- ]?${TENS_WORD}|(?:one|a) hundred(?:(?: and)? (?:${TENS_WORD}|ten|eleven|twelve))?)`;

function isDayAndMonth(masked: string): boolean {
  const [a = 0, b = 0] = masked.split(/[-/.]/).map(Number);
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

/** Months and days of the lunar calendar: 腊月初八, 正月十五. */
const LUNAR =
  '(?:闰?[正腊冬一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?))';

const ORDINAL =
  '(?:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';

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
      /\b(?:b\.|[Bb]orn|DOB|D[oO]B|[dD]\.[oO]\.[bB]\.?|[Bb]irth ?date|[Dd]ate of [Bb]irth|D\.O\.B\.|[Ss]een(?: on)?|[Aa]dmitted(?: on)?|[Dd]ischarged on|[Oo]perated on|LMP|LNMP|EDD|[Pp]eriod (?:on|started)|[Dd]ue|[Ss]tarted on|[Dd]ied on|[Aa]ppointment on|[Ss]igned)[ :]{1,3}(?<it>\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)(?![\d/%]|\.\d)/gu,
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
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b${ORDINAL} (?:day )?of ${MONTH}\\b(?:,? (?:19|20)\\d{2}|,? nineteen [a-z-]{3,20}(?: [a-z]{3,9})?)?`,
      'giu',
    ),
  },
];

/** "ninety-four", "a hundred and one"; 91 to 129. */
const OLD_EN = `(?:9[1-9]|1[0-2]\\d|${OLD_WORDS})`;
const OLD_ZH = '(?:九十[一二三四五六七八九]|一百零?[一二三四五六七八九十]{0,3}|9[1-9]|1[0-2]\\d)';
/** Behind these a bare number is an age: 今年96了, 虚岁九十八. */
const AGE_LEADS = '(?:今年|虚岁|周岁|实岁|高寿|享年|终年|活到|都|已经|已|年近|年过|快|年届)(?:有|是|满)?';
/** 血氧已经96, "sats at 95, she": a value, no age. */
const NO_VALUE_ZH = '(?<![率氧糖压钾钠氯钙温重高值度酶板胞白搏跳吸数酐素沉酸量])';
const NO_VALUE =
  '(?<!\\b(?:sat|sats|saturating|saturation|rate|pulse|hr|bp|pressure|sugar|glucose|temp|temperature|steady|stable|running|measured|reads) )';
const ELDERS =
  '(?:奶奶|爷爷|外婆|外公|姥姥|姥爷|太爷爷|太奶奶|祖父|祖母|老人|老太太|老爷子|老头|老母亲|老父亲|太公|太婆|阿婆|阿公)';
const NUMBER = new RegExp(OLD_EN, 'iu');
const NUMBER_ZH = new RegExp(OLD_ZH, 'u');

/** The age as it is written becomes 90 as it is written: "94-year-old" is "90-year-old". */
const oldAge = (pattern: string, number = NUMBER, flags = 'giu'): MaskRule => ({
  kind: 'age-over-89',
  pattern: new RegExp(pattern, flags),
  placeholder: (masked) => masked.replace(number, '90'),
});

/** Ages of 91 years and more, in digits and in words. */
export const OLD_AGE_RULES: readonly MaskRule[] = [
  oldAge(`(?<![\\d.百])${OLD_ZH}(?:多|余)?[ 周虚]?岁`, NUMBER_ZH),
  { ...oldAge('百岁(?=老|高龄|寿|的|,|。|大)|(?:已)?年?过百岁'), placeholder: () => '90岁' },
  { ...oldAge('期颐之年|期颐'), placeholder: () => '90岁' },
  oldAge(`${NO_VALUE_ZH}${AGE_LEADS} ?(?<it>${OLD_ZH})(?=[了,。高多]|$)`, NUMBER_ZH),
  oldAge(`${ELDERS} ?(?:今年)?(?<it>${OLD_ZH})(?=[了,。高多])`, NUMBER_ZH),
  oldAge(`(?<![\\d.])${OLD_ZH}(?=多?高龄)`, NUMBER_ZH),
  oldAge(`(?<=[她他]|老人|老伴|妈|爸|母亲|父亲)(?:都|已经?|今年)?(?<it>${OLD_ZH})(?=[了啦])`, NUMBER_ZH),
  { ...oldAge('九十有[一二三四五六七八九]'), placeholder: () => '90岁' },
  oldAge(`年龄 ?[:为是]? ?(?<it>${OLD_ZH})(?!\\d|\\.\\d|[%/])`, NUMBER_ZH),
  oldAge(
    `(?<![\\d.])\\b${OLD_EN}[ -]?(?:years?|yrs?|y\\/o|yo|y\\.o\\.?|y)\\b(?:[ -]?(?:old|of age|young))?(?! (?:ago|later|earlier|of (?!age)|experience|history|apart|before|previously|post|since|survival|now)\\b)`,
  ),
  oldAge(
    `\\b(?:(?:she|he|who|i|mum|dad|gran|nan|grandma|grandad|mother|father|grandmother|grandfather|aunt|uncle|resident|patient)(?: is|'s| was| will be|'ll be)?|i'm|(?:will|would) be) (?:now |nearly |almost |just |only |all of |already )?(?<it>${OLD_EN})(?= (?:next|this|in|and|now|today|tomorrow|last|with|years|lives|living|still)\\b|[,.;!](?!\\d)|$)`,
  ),
  oldAge(
    `\\b(?:aged?|turn(?:ed|s|ing)|age of|age is|age was|lived to(?: be)?|died at|at the age of) ?:? ?(?<it>${OLD_EN})(?!\\d|\\.\\d|[%/])`,
  ),
  oldAge(`${NO_VALUE}\\bat (?<it>${OLD_EN})(?=,? (?:she|he|my|her|his)\\b)`),
  oldAge(`(?<=\\b(?:lady|man|woman|gentleman|patient|widow|widower|resident) of )${OLD_EN}\\b(?![.%\\d]\\d)`),
  {
    ...oldAge(
      '\\bin (?:her|his) (?<it>9[2-9]th|ninety-(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth)|hundredth) year\\b',
    ),
    placeholder: () => '90th',
  },
  // "94F" at the beginning is a woman; elsewhere it may be a temperature
  oldAge(
    `(?<=(?:^|[.;:,(\\n]) {0,2}|bed \\d{1,3}[:,]? |pt |patient |\\[name\\],? )${OLD_EN}(?= ?[MF]\\b)`,
    NUMBER,
    'gu',
  ),
  oldAge(`(?<![\\d./-])(?:9[1-9]|1[01]\\d)(?= ?(?:male|female|lady|gentleman|man|woman)\\b)`),
  // "Doris Lane, 94, fell": between commas; "Hb 92, MCV 70" tells values.
  oldAge(
    `(?<=(?:^|[.;\\n] ?)[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15}){1,2}, )(?:9[1-9]|1[01]\\d)(?=, )`,
    NUMBER,
    'gu',
  ),
  { ...oldAge('\\b(?:super|semi-?super)?centenarians?\\b'), placeholder: () => '90-year-old' },
  { ...oldAge('\\bnonagenarian\\b'), placeholder: () => '90-year-old' },
];
