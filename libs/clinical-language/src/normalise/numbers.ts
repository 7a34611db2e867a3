import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { textAt } from './at-position';
import { remembered } from './remembered';
import { type Token } from '../model/token';

/** A number that starts at a token: its value and how many tokens it takes. */
export interface NumberRead {
  readonly value: number;
  readonly length: number;
}

const rowSchema = z.strictObject({
  role: z.enum(['number', 'nought', 'times', 'point', 'join', 'half', 'vague']),
  value: z.number(),
  words: z.array(z.string()),
  example: z.strictObject({ text: z.string(), value: z.number() }).optional(),
});
type Row = Pick<z.output<typeof rowSchema>, 'role' | 'value'>;

/** The rows of both files; each example is a test of the reader. */
export const NUMBER_ROWS = ['en/numbers', 'zh/numbers'].flatMap((file) =>
  lexiconRows(file, z.array(rowSchema)),
);
const WORDS: ReadonlyMap<string, Row> = new Map(
  NUMBER_ROWS.flatMap((row) => row.words.map((word) => [word, row] as const)),
);
const HALVES = NUMBER_ROWS.filter(({ role }) => role === 'half').flatMap(({ words }) =>
  words.map((phrase) => phrase.split(' ')),
);
/** Longer runs of number words are no number. */
const LONGEST = 16;
/** So many digits one by one are a number; fewer are two numbers, or one guessed. */
const FEWEST_DIGITS = 3;

const rowAt = (tokens: readonly Token[], at: number): Row | undefined => {
  const token = tokens[at];
  return token?.kind === 'word' || token?.kind === 'han' ? WORDS.get(token.text) : undefined;
};

const isDigit = (row: Row | undefined): row is Row =>
  row !== undefined && (row.role === 'number' || row.role === 'nought') && row.value < 10;

/** How many digits in words stand one behind the other. */
function digitsAt(tokens: readonly Token[], at: number): string {
  let digits = '';
  for (let row = rowAt(tokens, at); isDigit(row) && digits.length < LONGEST;) {
    digits += String(row.value);
    row = rowAt(tokens, at + digits.length);
  }
  return digits;
}

/** What is read of a number so far. */
interface Growing {
  /** What stands before the last thousand. */
  total: number;
  current: number | undefined;
  /** The smallest place that the next word may fill: 10 behind "ninety", 100 behind "hundred", 1 behind a digit. */
  room: number;
}

/** "Ninety" has room for a digit, "two" none: what follows is said to be of the next places ("two ten" is 210). */
function addEnglish(growing: Growing, { role, value }: Row): boolean {
  const { current } = growing;
  if (role === 'times') {
    if (value === 100) growing.current = (current ?? 1) * 100;
    else {
      growing.total = (growing.total + (current ?? 1)) * value;
      growing.current = 0;
    }
    growing.room = value;
    return current === undefined || current < 1000;
  }
  if (role === 'nought' || role !== 'number') return false;
  if (current === undefined) growing.current = value;
  else if (value < growing.room) growing.current = current + value;
  else if (current > 0 && current < 100 && value >= 10) growing.current = current * 100 + value;
  else return false;
  growing.room = value >= 20 ? 10 : 1;
  return true;
}

function englishInteger(tokens: readonly Token[], start: number): NumberRead | undefined {
  const growing: Growing = { total: 0, current: undefined, room: 1 };
  const isArticle = rowAt(tokens, start)?.role === 'vague' && rowAt(tokens, start + 1)?.role === 'times';
  let at = isArticle && rowAt(tokens, start)?.value === 1 ? start + 1 : start;
  let to = at;
  while (at - start < LONGEST) {
    const [row, next] = [rowAt(tokens, at), rowAt(tokens, at + 1)];
    const { current, room } = growing;
    if (row?.role === 'nought' && current !== undefined && current < 100 && isDigit(next)) {
      growing.current = current * 100 + next.value;
      growing.room = 1;
      at += 2;
    } else if (row !== undefined && addEnglish(growing, row)) at += 1;
    else if (current !== undefined && isLink(tokens, at, room) && rowAt(tokens, at + 1)?.role === 'number') {
      at += 1;
      continue;
    } else break;
    to = at;
  }
  if (growing.current === undefined) return undefined;
  return { value: growing.total + growing.current, length: to - start };
}

/** "Ninety-one", "a hundred and five". */
function isLink(tokens: readonly Token[], at: number, room: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.text === '-') return before?.end === token.start && token.end === after?.start;
  return room >= 100 && rowAt(tokens, at)?.role === 'join';
}

/** 一百二十八, 一百零五, 两千一: the last digit behind a place is in the next one. */
function hanInteger(tokens: readonly Token[], start: number): NumberRead | undefined {
  let [total, section, at] = [0, 0, start];
  let digit: number | undefined;
  let place = 1;
  for (; at - start < LONGEST; at += 1) {
    const row = rowAt(tokens, at);
    if (row?.role === 'times') {
      const isOpening = at === start && row.value > 10;
      if (isOpening || (digit === undefined && at > start && place <= row.value && row.value < 10_000)) break;
      if (row.value >= 10_000) {
        total = (total + section + (digit ?? (at === start ? 1 : 0))) * row.value;
        section = 0;
      } else section += (digit ?? 1) * row.value;
      digit = undefined;
      place = row.value;
    } else if (row?.role === 'number' && (digit === undefined || digit === 0)) {
      if (row.value === 0) place = 10;
      digit = row.value;
    } else break;
  }
  if (at === start) return undefined;
  const last = (digit ?? 0) * (place > 10 ? place / 10 : 1);
  return { value: total + section + last, length: at - start };
}

/** "Point one five", 点三: digits behind the point, said one by one or as one number. */
function decimalsAt(tokens: readonly Token[], at: number): { digits: string; length: number } | undefined {
  if (rowAt(tokens, at)?.role !== 'point') return undefined;
  const next = tokens[at + 1];
  // "8点 812" is an hour with a value behind it
  const isJoined = next?.start === tokens[at]?.end;
  if (next?.kind === 'number' && /^\d+$/.test(next.text))
    return isJoined || tokens[at]?.kind === 'word' ? { digits: next.text, length: 2 } : undefined;
  const digits = digitsAt(tokens, at + 1);
  if (digits !== '') return { digits, length: 1 + digits.length };
  const joined = next?.kind === 'word' ? englishInteger(tokens, at + 1) : undefined;
  return joined === undefined || joined.value >= 100
    ? undefined
    : { digits: String(joined.value), length: 1 + joined.length };
}

function integerAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  const token = tokens[at];
  if (token?.kind === 'number')
    return /^\d+$/.test(token.text) ? { value: Number(token.text), length: 1 } : undefined;
  const digits = digitsAt(tokens, at);
  if (digits.length >= FEWEST_DIGITS) return { value: Number(digits), length: digits.length };
  return token?.kind === 'han' ? hanInteger(tokens, at) : englishInteger(tokens, at);
}

const halfAt = (tokens: readonly Token[], at: number): number =>
  HALVES.find((words) => words.every((word, index) => tokens[at + index]?.text === word))?.length ?? 0;

/** The place that a word stands for: "14 [thousand]", 6.8[万]; with digits behind it ("BE -21 Lac 5.2") it is a name. */
export function placeAt(tokens: readonly Token[], position: number): number | undefined {
  const row = rowAt(tokens, position);
  if (row?.role !== 'times' || row.value < 1000) return undefined;
  const behind = /^[:=]$/.test(textAt(tokens, position + 1)) ? position + 2 : position + 1;
  const isName = tokens[position]?.kind === 'word' && tokens[behind]?.kind === 'number';
  return isName ? undefined : row.value;
}

/** A number in words that measures something: "thirty nine point one", "one oh five", 三十八点五, 一百二. */
export const spokenNumber = remembered((tokens, position): NumberRead | undefined => {
  const row = rowAt(tokens, position);
  const isDigits = tokens[position]?.kind === 'number';
  if (row === undefined && !isDigits) return undefined;
  const whole = integerAt(tokens, position);
  const after = position + (whole?.length ?? 0);
  const decimals = decimalsAt(tokens, after);
  if (isDigits && decimals === undefined) return undefined;
  if (decimals !== undefined) {
    const value = Number(`${String(whole?.value ?? 0)}.${decimals.digits}`);
    const length = (whole?.length ?? 0) + decimals.length;
    const times = rowAt(tokens, position + length);
    return times?.role === 'times' && tokens[position + length]?.kind === 'han'
      ? { value: value * times.value, length: length + 1 }
      : { value, length };
  }
  if (whole === undefined || row?.role === 'join') return undefined;
  const half = halfAt(tokens, after);
  return half === 0 ? whole : { value: whole.value + 0.5, length: whole.length + half };
});

/** Digits, a number in words, or an amount that is only told by a word: "few" counts as three, 几 as four. */
export function readNumber(tokens: readonly Token[], position: number): NumberRead | undefined {
  const token = tokens[position];
  if (token?.kind === 'number') return { value: Number(token.text.replaceAll(',', '')), length: 1 };
  const spoken = spokenNumber(tokens, position);
  if (spoken !== undefined) return spoken;
  const row = rowAt(tokens, position);
  return row?.role === 'vague' ? { value: row.value, length: 1 } : undefined;
}
