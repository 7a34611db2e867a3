import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { readNumber } from '../quantities/numbers';
import { type Token } from '../text/tokens';

/** A stretch of time in a text, in days. */
export interface Duration {
  readonly days: number;
  readonly from: number;
  readonly to: number;
  /** "11 days ago", 3天前: a point in the past rather than a length. */
  readonly ago: boolean;
  /** 5/7, 3/52: as wards write it. */
  readonly isShorthand?: true;
}

/** Slightly less than its share, so that "24 hours" is not yet a day: who counts hours means less than that. */
const HOUR = 0.9999 / 24;

/** Days per unit; a month is 30.4 days, a year 365.25. */
const UNIT_DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400, sec: 1 / 86_400, minute: 1 / 1440, min: 1 / 1440, hour: HOUR, hr: HOUR, h: HOUR,
  day: 1, d: 1, night: 1, week: 7, wk: 7, w: 7, fortnight: 14, month: 30.4, mo: 30.4, mth: 30.4, year: 365.25,
  yr: 365.25, y: 365.25, decade: 3652.5,
}; // prettier-ignore

const HAN_UNITS: readonly (readonly [string, number])[] = [
  ['个小时', 1 / 24], ['小时', 1 / 24], ['个钟头', 1 / 24], ['钟头', 1 / 24], ['分钟', 1 / 1440], ['秒', 1 / 86_400],
  ['个月', 30.4], ['月余', 30.4], ['月', 30.4], ['个星期', 7], ['星期', 7], ['周', 7], ['礼拜', 7], ['天', 1],
  ['日', 1], ['夜', 1], ['年', 365.25], ['时', 1 / 24],
]; // prettier-ignore

/** Points in time that need no number, in days before now. */
const SINCE: readonly (readonly [phrase: readonly string[], days: number])[] = [
  [['this', 'morning'], 0.3],
  [['this', 'afternoon'], 0.2],
  [['this', 'evening'], 0.1],
  [['today'], 0.3],
  [['tonight'], 0.2],
  [['yesterday'], 1.2],
  [['last', 'night'], 0.6],
  [['last', 'week'], 8],
  [['last', 'month'], 35],
  [['last', 'year'], 365],
  [['overnight'], 0.5],
  [['childhood'], 3650],
  [['今', '晨'], 0.3],
  [['今', '早'], 0.3],
  [['今', '日'], 0.3],
  [['今', '天'], 0.3],
  [['昨', '晚'], 0.6],
  [['昨', '夜'], 0.6],
  [['昨', '日'], 1.2],
  [['昨', '天'], 1.2],
  [['前', '天'], 2],
  [['前', '日'], 2],
  [['上', '周'], 8],
  [['多', '年'], 1500],
  [['数', '年'], 1500],
  [['half', 'a', 'year'], 182],
  [['half', 'a', 'month'], 15],
  [['half', 'a', 'day'], 0.5],
  [['half', 'an', 'hour'], 1 / 48],
  [['a', 'year', 'and', 'a', 'half'], 548],
  [['a', 'month', 'and', 'a', 'half'], 46],
  [['a', 'week', 'and', 'a', 'half'], 10],
  [['course', 'of', 'the', 'day'], 0.5],
  [['course', 'of', 'a', 'day'], 0.5],
  [['few', 'months'], 110],
  [['半', '年'], 182],
  [['半', '月'], 15],
  [['半', '天'], 0.5],
  [['半', '日'], 0.5],
  [['半', '小', '时'], 1 / 48],
];

const INEXACT: ReadonlySet<string> = new Set(['余', '多', '+', '来', '个', 'of', 'or', 'so', 'full']);

function hanUnitAt(tokens: readonly Token[], position: number): { days: number; length: number } | undefined {
  for (const [unit, days] of HAN_UNITS) {
    if ([...unit].every((char, index) => tokens[position + index]?.text === char))
      return { days, length: unit.length };
  }
  return undefined;
}

function unitAt(tokens: readonly Token[], position: number): { days: number; length: number } | undefined {
  const token = tokens[position];
  if (token === undefined) return undefined;
  if (token.kind === 'han') return hanUnitAt(tokens, position);
  if (token.kind !== 'word') return undefined;
  const word = token.text.replace(/'s?$/, '').replace(/s'?$/, '');
  const days = UNIT_DAYS[word] ?? UNIT_DAYS[token.text];
  return days === undefined ? undefined : { days, length: 1 };
}

const RANGE: ReadonlySet<string> = new Set(['-', '~', 'to', 'or', '至', '到']);

const AND_A_HALF: readonly (readonly string[])[] = [['and', 'a', 'half'], ['个', '半'], ['半']];

/** How many tokens say "and a half" between a number and its unit: two [and a half] years, 2[个半]月. */
function halfAt(tokens: readonly Token[], position: number): number {
  const said = AND_A_HALF.find((words) =>
    words.every((word, index) => tokens[position + index]?.text === word),
  );
  return said !== undefined && unitAt(tokens, position + said.length) !== undefined ? said.length : 0;
}

const DIGITS_ZH = '一二三四五六七八九';

/** 四五天, 三四个月: of two digits that follow one another the second counts, as of "4 to 5". */
function neighbouringDigits(
  tokens: readonly Token[],
  position: number,
): { value: number; length: number } | undefined {
  const first = tokens[position]?.text;
  const low = first === '两' ? 1 : DIGITS_ZH.indexOf(first ?? ' ');
  if (low < 0) return undefined;
  const [second, third] = [1, 2].map((step) => tokens[position + step]?.text ?? '');
  const high = DIGITS_ZH.indexOf(second || ' ');
  const isPair = high === low + 1 && !/^[十百]$/.test(third ?? '');
  return isPair ? { value: high + 1, length: 2 } : undefined;
}

function readAmount(
  tokens: readonly Token[],
  position: number,
): { value: number; length: number } | undefined {
  const first = neighbouringDigits(tokens, position) ?? readNumber(tokens, position);
  if (first === undefined) return undefined;
  const half = halfAt(tokens, position + first.length);
  let length = first.length + half;
  let value = first.value + (half > 0 ? 0.5 : 0);
  if (RANGE.has(tokens[position + length]?.text ?? '')) {
    const second = readNumber(tokens, position + length + 1);
    if (second !== undefined && unitAfter(tokens, position + length + 1 + second.length) !== undefined) {
      value = second.value;
      length += 1 + second.length;
    }
  }
  return { value, length };
}

/** The unit after an amount, over "-", 余, "or so". */
function unitAfter(tokens: readonly Token[], position: number): { days: number; to: number } | undefined {
  let at = position;
  for (
    let left = 2;
    left > 0 && (INEXACT.has(tokens[at]?.text ?? '') || tokens[at]?.text === '-');
    left -= 1
  ) {
    if (unitAt(tokens, at) !== undefined) break;
    at += 1;
  }
  const unit = unitAt(tokens, at);
  return unit === undefined ? undefined : { days: unit.days, to: at + unit.length };
}

const POINTS = buildPoints();

function buildPoints(): PhraseTrie<number> {
  const trie = new PhraseTrie<number>();
  for (const [phrase, days] of SINCE) trie.add(phrase, days);
  return trie;
}

function phraseAt(tokens: readonly Token[], position: number): { days: number; to: number } | undefined {
  const match = POINTS.longestAt(tokens, position, bySurface);
  const days = match?.values[0];
  return match === undefined || days === undefined ? undefined : { days, to: match.to };
}

const AGO: ReadonlySet<string> = new Set(['ago', 'earlier', 'before', 'previously', '前', 'back', 'prior']);

/** 半年前, "half an hour ago": also these may be points in the past. */
function pointAt(
  tokens: readonly Token[],
  from: number,
  { days, to }: { days: number; to: number },
): Duration {
  const end = /^[余多]$/.test(tokens[to]?.text ?? '') ? to + 1 : to;
  const ago = AGO.has(tokens[end]?.text ?? '');
  return { days, from, to: ago ? end + 1 : end, ago };
}

const LAST: ReadonlySet<string> = new Set(['past', 'last', 'previous', 'preceding']);
const THROUGH: ReadonlySet<string> = new Set([
  'for',
  'over',
  'during',
  'in',
  'within',
  'since',
  'throughout',
  'of',
]);

/** "For the past year", "since the previous day": one unit, without a number. */
function lastUnitAt(tokens: readonly Token[], position: number): Duration | undefined {
  if (!LAST.has(tokens[position]?.text ?? '') || tokens[position - 1]?.text !== 'the') return undefined;
  if (!THROUGH.has(tokens[position - 2]?.text ?? '')) return undefined;
  const unit = unitAt(tokens, position + 1);
  return unit && { days: unit.days, from: position, to: position + 1 + unit.length, ago: false };
}

/** 半夜 is a time of day, not half a night. */
const isMidnight = (tokens: readonly Token[], position: number): boolean =>
  tokens[position]?.text === '半' && tokens[position + 1]?.text === '夜';

/** Fractions of a week and of a year, as wards write them: 3/7 is three days, 2/52 two weeks, 6/12 six months. */
const SHORTHAND_DAYS: Readonly<Record<string, number>> = { '7': 1, '52': 7, '12': 30.4 };

/** Before these figures stand dates, scores and shares: "seen 5/7", "scored 3/7", "power 4/5". */
const NO_SHORTHAND =
  /^(?:on|by|dated?|from|until|till|due|lmp|edd|dob|born|seen|reviewed?|admitted|discharged|clinic|taken|done|repeat|score[ds]?|scale|grade[d]?|power|strength|wells|bishop|apgar|out|in|at|to|and|or|is|was|of|between|than|only|all|with)$/;

/** "Cough 5/7", "x5/7", "Piles" 5/7: behind a word that is told, or first in a note. */
function isWardShorthand(tokens: readonly Token[], position: number): boolean {
  const [count, behind] = [tokens[position], tokens[position + 3]];
  const before = tokens[position - 1];
  if (/^[/%\d]/.test(behind?.text ?? '') || Number(count?.text) > MOST_IN_SHORTHAND) return false;
  if (before === undefined || before.kind === 'line-end') return behind?.kind === 'word';
  if (/^["'~,;:(+-]$/.test(before.text)) return tokens[position - 2]?.kind !== 'number';
  return before.kind === 'word' && !NO_SHORTHAND.test(before.text);
}
const MOST_IN_SHORTHAND = 12;

/** "x5/7" is one word to the reader of words. */
const TIMES_COUNT = /^x(\d{1,2})$/;

/** "1/7 of", "3/52 history", "2/12 ago", "cough 5/7", "x 5/7"; elsewhere 5/7 is a share, a score or a date. */
function shorthandAt(tokens: readonly Token[], position: number): Duration | undefined {
  if (tokens[position + 1]?.text !== '/') return undefined;
  const [count, slash, whole, after] = [0, 1, 2, 3].map((step) => tokens[position + step]);
  const days = SHORTHAND_DAYS[whole?.text ?? ''];
  const isGlued = slash?.text === '/' && count?.end === slash.start && slash.end === whole?.start;
  const times = TIMES_COUNT.exec(count?.text ?? '')?.[1];
  if ((count?.kind !== 'number' && times === undefined) || days === undefined || !isGlued) return undefined;
  const isTold =
    times !== undefined ||
    /^(?:of|history|hx|h|ago|since)$/.test(after?.text ?? '') ||
    /^(?:for|past|last|since|x|×)$/.test(tokens[position - 1]?.text ?? '') ||
    isWardShorthand(tokens, position);
  const number = Number(times ?? count?.text);
  if (!isTold || !(number > 0)) return undefined;
  const ago = after?.text === 'ago';
  const to = position + (ago ? 4 : 3);
  return { days: number * days, from: position, to, ago, isShorthand: true };
}

/** 6月, and what makes it June: 于6月, 今年6月, 2024年6月; 6月3日, 6月底, 6月起病, 6月以来. */
const BEFORE_MONTH = /^(?:于|自|从|在)$/;
const YEAR_WORD = /^[今去前上本当同每次]$/;
const BEHIND_MONTH = /^(?:份|初|底|末|上旬|中旬|下旬|起|发病|始发|以来|\d{1,2}[日号])/;
/** 6月出现乏力; but 咳嗽6月出现咯血 has coughed for six months. */
const BEGINS_IN_MONTH = /^(?:出现|开始|无明显诱因|突发|突然|首次)/;
/** 近3月, 约3月, 余3月: a length. */
const LENGTH_BEFORE = /^[近约达已这最余共]$/;

/** 6月[3日]: a date. */
function isDayOfMonth(tokens: readonly Token[], position: number, to: number): boolean {
  const isDay = /^[日号]$/.test(tokens[to - 1]?.text ?? '') && tokens[position - 1]?.text === '月';
  return isDay && tokens[position - 2]?.kind === 'number';
}

/** Whether 月 behind a number names a month of the year. */
function isMonthOfYear(tokens: readonly Token[], position: number, to: number): boolean {
  if (tokens[to - 1]?.text !== '月' || tokens[to - 2]?.text === '个') return false;
  const [first, before] = [tokens[position], tokens[position - 1]];
  const number = Number(first?.text);
  const isWhole = first?.kind === 'number' && to === position + 2 && number >= 1 && number <= 12;
  if (!isWhole || Number.isNaN(number) || LENGTH_BEFORE.test(before?.text ?? '')) return false;
  const behind = [0, 1, 2, 3, 4].map((step) => tokens[to + step]?.text ?? '').join('');
  if (/^[余多前后来龄大]/.test(behind)) return false;
  if (BEFORE_MONTH.test(before?.text ?? '') || BEHIND_MONTH.test(behind)) return true;
  if (before?.text === '年') {
    const year = tokens[position - 2]?.text ?? '';
    return YEAR_WORD.test(year) || /^(?:19|20)\d\d$/.test(year);
  }
  const opens = before === undefined || before.kind !== 'han' || /^[者患她他]$/.test(before.text);
  return opens && BEGINS_IN_MONTH.test(behind);
}

function durationAt(tokens: readonly Token[], position: number): Duration | undefined {
  const last = lastUnitAt(tokens, position);
  if (last !== undefined) return last;
  const point = phraseAt(tokens, position);
  if (point !== undefined) return pointAt(tokens, position, point);
  if (isMidnight(tokens, position)) return undefined;
  const short = shorthandAt(tokens, position);
  if (short !== undefined) return short;
  const amount = readAmount(tokens, position);
  if (amount === undefined) return undefined;
  const unit = unitAfter(tokens, position + amount.length);
  if (unit === undefined || isMonthOfYear(tokens, position, unit.to)) return undefined;
  if (isDayOfMonth(tokens, position, unit.to)) return undefined;
  let to = unit.to;
  if (INEXACT.has(tokens[to]?.text ?? '') && tokens[to]?.kind === 'han') to += 1;
  const ago = AGO.has(tokens[to]?.text ?? '');
  return { days: amount.value * unit.days, from: position, to: ago ? to + 1 : to, ago };
}

/** Every stretch of time between two tokens, left to right. */
export function findDurations(tokens: readonly Token[], from: number, to: number): Duration[] {
  const found: Duration[] = [];
  let position = from;
  while (position < to) {
    const duration = durationAt(tokens, position);
    if (duration !== undefined && duration.to <= to) found.push(duration);
    position = duration === undefined ? position + 1 : Math.max(duration.to, position + 1);
  }
  return found;
}
