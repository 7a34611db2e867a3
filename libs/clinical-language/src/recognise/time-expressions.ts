import { readNumber } from '../normalise/numbers';
import { textAt } from '../normalise/at-position';
import { remembered } from '../normalise/remembered';
import { type Token } from '../model/token';
import { TIME_ROWS, type TimeRole } from './time-words';
import { type SlotReader, WordPatterns } from './word-patterns';

/** A stretch of time in a text, in days. Token positions, end exclusive. */
export interface Duration {
  readonly days: number;
  readonly from: number;
  readonly to: number;
  /** "11 days ago", 3天前: a point in the past rather than a length. */
  readonly ago: boolean;
  /** 5/7, 3/52: as wards write it. */
  readonly isShorthand?: true;
  /** "Yesterday", 周四: a day by its name. */
  readonly isPoint?: true;
}

/** A value read at a position, and where it ends. */
interface Read {
  readonly value: number;
  readonly to: number;
}

function patternsOf(role: TimeRole): WordPatterns<number> {
  const patterns = new WordPatterns<number>();
  for (const { role: own, words, days, value } of TIME_ROWS) {
    if (own === role) words.forEach((word) => patterns.add(word, days ?? value ?? 0));
  }
  return patterns;
}

const UNITS = patternsOf('unit');
const AMOUNTS = patternsOf('amount');
const BARE = patternsOf('bare');
const HALVES = patternsOf('half');
const ABOUT = patternsOf('about');
const AGO = patternsOf('ago');
const POINTS = patternsOf('point');
const CALENDAR = patternsOf('calendar');
/** Behind these stand dates, scores and shares: "seen 5/7", "scored 3/7", "power 4/5". */
const BEFORE_SHARE = patternsOf('share');

/** Half past five, 17:30, 0600, 三点: an hour of the clock. */
function clockAt(tokens: readonly Token[], at: number): number | undefined {
  const number = readNumber(tokens, at);
  if (number === undefined || number.value > MAX_CLOCK) return undefined;
  const to = at + number.length;
  const next = textAt(tokens, to);
  if (next === ':') return tokens[to + 1]?.kind === 'number' ? to + 2 : undefined;
  if (/^(?:am|pm|点|时)$/.test(next)) return to + 1;
  if (/^[ap]$/.test(next) && textAt(tokens, to + 1) === '.') return to + 3;
  if (next === 'o' || next === "o'clock") return to + 1;
  return /^[012]\d[0-5]\d$/.test(textAt(tokens, at)) ? to : undefined;
}
const MAX_CLOCK = 2400;

const slotsIn =
  (tokens: readonly Token[]): SlotReader =>
  (slot, at) => {
    if (slot === 'year') return /^(?:19|20)\d\d$/.test(textAt(tokens, at)) ? at + 1 : undefined;
    if (slot === 'n') {
      const number = readNumber(tokens, at);
      return number && at + number.length;
    }
    if (slot === 'clock') return clockAt(tokens, at);
    return slot === 'unit' ? unitAt(tokens, at)?.to : undefined;
  };

const NO_SLOTS: SlotReader = () => undefined;

function readAt(
  patterns: WordPatterns<number>,
  tokens: readonly Token[],
  at: number,
  slots: SlotReader = NO_SLOTS,
): Read | undefined {
  const match = patterns.longestAt(tokens, at, tokens.length, slots);
  const value = match?.values[0];
  return match === undefined || value === undefined ? undefined : { value, to: match.to };
}

/** Hours are told up to three days, in halves. */
const MOST_HOURS = 72;
const isOfHours = (told: number): boolean => told <= MOST_HOURS && Number.isInteger(2 * told);

/** "T 38.9 HR 118", "temp 38.9 hr 118": in capitals, or behind what nobody counts in hours, it is the rate of the heart. */
export const isHeartRate = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at) === 'hr' &&
  (tokens[at]?.capitals === true || !isOfHours(Number(textAt(tokens, at - 1)) || 0)) &&
  [at + 1, at + 2].some((next) => tokens[next]?.kind === 'number');

/** A unit of time at a position, in days. */
export const unitAt = remembered((tokens, at): Read | undefined =>
  isHeartRate(tokens, at) ? undefined : readAt(UNITS, tokens, at),
);

/** The unit behind an amount, over "-", 余, "or so". */
function unitBehind(tokens: readonly Token[], at: number): Read | undefined {
  const unit = unitAt(tokens, at);
  const about = unit === undefined ? readAt(ABOUT, tokens, at) : undefined;
  return about === undefined ? unit : unitAt(tokens, about.to);
}

const DIGITS_ZH = '一二三四五六七八九';

/** 四五天, 三四个月: of two digits that follow one another the second counts, as of "4 to 5". */
function neighbouringDigits(tokens: readonly Token[], at: number): Read | undefined {
  const first = textAt(tokens, at);
  const low = first === '两' ? 1 : DIGITS_ZH.indexOf(first || ' ');
  const high = low < 0 ? -1 : DIGITS_ZH.indexOf(textAt(tokens, at + 1) || ' ');
  const isPair = low >= 0 && high === low + 1 && !/^[十百]$/.test(textAt(tokens, at + 2));
  return isPair ? { value: high + 1, to: at + 2 } : undefined;
}

function numberAt(tokens: readonly Token[], at: number): Read | undefined {
  const number = readNumber(tokens, at);
  return number && { value: number.value, to: at + number.length };
}

const RANGE = /^(?:-|~|to|or|至|到)$/;

/** "3", "a couple of", 两三, "4 to 5" of which the second counts, "two and a half". */
function amountAt(tokens: readonly Token[], at: number): Read | undefined {
  const worded = readAt(AMOUNTS, tokens, at);
  if (worded !== undefined && unitBehind(tokens, worded.to) !== undefined) return worded;
  const first = neighbouringDigits(tokens, at) ?? numberAt(tokens, at);
  if (first === undefined) return undefined;
  const half = readAt(HALVES, tokens, first.to);
  if (half !== undefined && unitAt(tokens, half.to) !== undefined)
    return { value: first.value + half.value, to: half.to };
  const second = RANGE.test(textAt(tokens, first.to)) ? numberAt(tokens, first.to + 1) : undefined;
  return second !== undefined && unitBehind(tokens, second.to) !== undefined ? second : first;
}

/** "For weeks", "over the years": several, as nobody counts them. */
function uncountedAt(tokens: readonly Token[], at: number): Duration | undefined {
  const word = textAt(tokens, at);
  const isPlural = tokens[at]?.kind === 'word' && word.length > 2 && word.endsWith('s');
  const unit = isPlural && readAt(BARE, tokens, at - 1) ? unitAt(tokens, at) : undefined;
  return unit && { days: unit.value * SEVERAL, from: at, to: unit.to, ago: false };
}
const SEVERAL = 4;

/** What may stand behind a length: "and a half", 余, "or so", "ago". */
function withTail(tokens: readonly Token[], from: number, unit: Read, days: number): Duration {
  const half = readAt(HALVES, tokens, unit.to);
  const isHalf =
    half !== undefined && unitAt(tokens, half.to) === undefined && textAt(tokens, half.to) !== '夜';
  const whole = isHalf ? days + half.value * unit.value : days;
  let to = isHalf ? half.to : unit.to;
  const ago = readAt(AGO, tokens, to);
  if (ago !== undefined) return { days: whole, from, to: ago.to, ago: true };
  const about = textAt(tokens, to) === '-' ? undefined : readAt(ABOUT, tokens, to);
  to = about?.to ?? to;
  const later = about === undefined ? undefined : readAt(AGO, tokens, to);
  return { days: whole, from, to: later?.to ?? to, ago: later !== undefined };
}

function lengthAt(tokens: readonly Token[], from: number): Duration | undefined {
  const amount = amountAt(tokens, from);
  const unit = amount && unitBehind(tokens, amount.to);
  return unit && withTail(tokens, from, unit, amount.value * unit.value);
}

function pointAt(tokens: readonly Token[], from: number): Duration | undefined {
  const point = readAt(POINTS, tokens, from, slotsIn(tokens));
  if (point === undefined) return undefined;
  const ago = readAt(AGO, tokens, point.to);
  return { days: point.value, from, to: ago?.to ?? point.to, ago: ago !== undefined, isPoint: true };
}

/** Fractions of a week and of a year, as wards write them: 3/7 is three days, 2/52 two weeks, 6/12 six months. */
const SHORTHAND_DAYS: Readonly<Record<string, number>> = { '7': 1, '52': 7, '12': 30.4, '24': 0.04166 };
const MOST_IN_SHORTHAND = 36;
const BEHIND_SHORTHAND = /^(?:of|history|hx|h|ago|back|since)$/;
const BEFORE_SHORTHAND = /^(?:for|past|last|since|about|x|×|~)$/;

/** "Cough 5/7", "Piles" 5/7: behind a word that is told, or first in a note. */
function isWardShorthand(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (/^[/%\d]/.test(textAt(tokens, at + 3))) return false;
  if (before === undefined || before.kind === 'line-end') return tokens[at + 3]?.kind === 'word';
  if (/^[.。]$/.test(before.text)) return tokens[at + 3]?.kind === 'word';
  if (/^["'~,;:(+-]$/.test(before.text)) return tokens[at - 2]?.kind !== 'number';
  return before.kind === 'word' && readAt(BEFORE_SHARE, tokens, at - 1) === undefined;
}

/** "3/52 history", "2/12 ago", "cough 5/7", "x5/7"; elsewhere 5/7 is a share, a score or a date. */
function shorthandAt(tokens: readonly Token[], from: number): Duration | undefined {
  const slash = tokens[from + 1];
  if (slash?.text !== '/') return undefined;
  const [count, whole] = [tokens[from], tokens[from + 2]];
  const isGlued = count?.end === slash.start && slash.end === whole?.start;
  const days = SHORTHAND_DAYS[whole?.text ?? ''];
  const times = /^x(\d{1,2})$/.exec(count?.text ?? '')?.[1];
  if (!isGlued || days === undefined || (count?.kind !== 'number' && times === undefined)) return undefined;
  const number = Number(times ?? count?.text);
  const behind = textAt(tokens, from + 3);
  const isTold =
    times !== undefined ||
    BEHIND_SHORTHAND.test(behind) ||
    BEFORE_SHORTHAND.test(textAt(tokens, from - 1)) ||
    isWardShorthand(tokens, from);
  if (!isTold || !(number > 0) || number > MOST_IN_SHORTHAND) return undefined;
  const ago = /^(?:ago|back)$/.test(behind);
  return { days: number * days, from, to: ago ? from + 4 : from + 3, ago, isShorthand: true };
}

/** Every stretch of time between two tokens, left to right. */
export function findDurations(tokens: readonly Token[], from: number, to: number): Duration[] {
  const found: Duration[] = [];
  const slots = slotsIn(tokens);
  let at = from;
  while (at < to) {
    const date = CALENDAR.longestAt(tokens, at, to, slots);
    const read =
      date === undefined
        ? (pointAt(tokens, at) ?? shorthandAt(tokens, at) ?? lengthAt(tokens, at) ?? uncountedAt(tokens, at))
        : undefined;
    if (read !== undefined && read.to <= to) found.push(read);
    at = Math.max(at + 1, date?.to ?? read?.to ?? 0);
  }
  return found;
}
