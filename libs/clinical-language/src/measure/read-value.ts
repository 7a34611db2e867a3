import { type Comparator } from '../model/lab-value';
import { textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { type Level, levelAt } from './levels';
import { areJoined, type NumericRead, numericAt, type ValueSource, withSecond } from './numeric';
import { cellsBehind } from './read-cells';
import { type PrintedRead, printedBehindName } from './read-printed';
import { type RangeRead, rangeAt } from './read-range';
import { type EarlierRead, earlierAt, seriesFrom } from './read-series';
import { type Times } from './times';
import { spanOf } from './words';

/** What stands behind the name of a quantity. Token positions, end exclusive. */
export interface ValueRead {
  readonly from: number;
  readonly to: number;
  readonly number?: number;
  /** The second number of "118/74". */
  readonly second?: number;
  /** The higher end of "2.5-2.8 mmol/L", of which `number` is the lower. */
  readonly upTo?: number;
  readonly comparator?: Comparator;
  readonly titre?: string;
  readonly unit?: string;
  /** Said in words. */
  readonly level?: Level;
  /** The report's own flag beside a number. */
  readonly flag?: Level;
  /** The report's own reference range. */
  readonly range?: RangeRead;
  /** Values that the text gives for earlier times, the oldest first. */
  readonly earlier?: readonly EarlierRead[];
  /** 不, "not" between the name and a level. */
  readonly denied?: boolean;
  /** The number is told in words. */
  readonly isSpoken?: true;
}

/** How a value is read: what of its surroundings and of its name matters. */
export interface ValueContext {
  readonly text: ValueSource;
  readonly times: Times;
  /** Where the next name begins or the sentence ends. */
  readonly end: number;
  /** The name's values come in pairs. */
  readonly isPair?: boolean;
  /** A digit said behind the number is its tenth: "thirty nine one". */
  readonly hasTenths?: boolean;
  /** The name says a level itself. */
  readonly isStated?: boolean;
  /** Whether the quantity can be told in a unit (UCUM). */
  readonly hasUnit?: (unit: string) => boolean;
}

const MAX_LEADS = 8;

function asValue(from: number, numeric: NumericRead): ValueRead {
  const { titre, ...read } = numeric;
  return titre === undefined ? { from, ...read } : { from, to: read.to, titre };
}

/** "2.5-2.8 mmol/L": the lower end, with the unit and the end of the higher one. */
function spanFrom(text: ValueSource, start: number, first: NumericRead): ValueRead | undefined {
  const isPlain = first.unit === undefined && first.titre === undefined && first.second === undefined;
  const between = spanOf('to', text.tokens, first.to);
  if (!isPlain || first.comparator !== undefined || between === 0) return undefined;
  const higher = numericAt(text, first.to + between);
  if (higher?.unit === undefined || higher.second !== undefined || higher.number <= first.number)
    return undefined;
  if (higher.comparator !== undefined) return undefined;
  return { ...asValue(start, { ...higher, number: first.number }), upTo: higher.number };
}

/** Adds what stands behind a value: later values, the reference range, an earlier value told afterwards. */
function withTrail(
  { text, times }: ValueContext,
  start: number,
  first: NumericRead,
  announced: boolean,
): ValueRead {
  const share = predictedBehind(text, first);
  if (share !== undefined) return asValue(start, share);
  const span = announced ? undefined : spanFrom(text, start, first);
  if (span !== undefined) return span;
  const { last, earlier } = seriesFrom(text, times, first, announced);
  const value = asValue(start, last);
  if (value.number === undefined) return value;
  const cells = cellsBehind(text, value.to);
  if (cells.to > value.to)
    return { ...cells, ...value, to: cells.to, ...(earlier.length > 0 && { earlier }) };
  const range = rangeAt(text, value.to, value.flag !== undefined);
  const told = earlier.length > 0 ? undefined : earlierAt(text, times, range?.to ?? value.to);
  const before = told === undefined ? earlier : [told];
  return {
    ...value,
    to: closed(text.tokens, told?.to ?? range?.to ?? value.to),
    ...(range === undefined ? {} : { range }),
    ...(value.unit === undefined && range?.unit !== undefined ? { unit: range.unit } : {}),
    ...(before.length === 0 ? {} : { earlier: before }),
  };
}

/** "2.1 L (62 % predicted)", 2.86L，占预计值84%: of a volume the share of what is predicted counts. */
const IS_VOLUME = /^(?:m?L|L\/min|L\/s)$/;

function predictedBehind(text: ValueSource, { to, unit, flag }: NumericRead): NumericRead | undefined {
  // the letter of litres alone is taken for a flag
  const isVolume = unit === undefined ? flag === 'lowered' : IS_VOLUME.test(unit);
  if (!isVolume) return undefined;
  let at = to;
  let isPredicted = false;
  for (let left = MAX_LEADS; left > 0; left -= 1) {
    const predicted = spanOf('predicted', text.tokens, at);
    isPredicted ||= predicted > 0;
    const step = predicted || (/^[,;(/]$/.test(textAt(text.tokens, at)) ? 1 : 0);
    if (step === 0) break;
    at += step;
  }
  const share = numericAt(text, at);
  if (share?.unit !== '%') return undefined;
  return isPredicted || spanOf('predicted', text.tokens, share.to) > 0 ? share : undefined;
}

/** A bracket that closes behind a value belongs to it. */
const closed = (tokens: readonly Token[], to: number): number => (tokens[to]?.text === ')' ? to + 1 : to);

/** "Thirty nine one": where a digit is said behind a whole number, it is its tenth. */
function withTenth({ text: { tokens }, text, times, end }: ValueContext, read: NumericRead): NumericRead {
  const { number, to, unit } = read;
  if (read.isSpoken !== true || unit !== undefined || !Number.isInteger(number) || to >= end) return read;
  const digit = times.isNumber(to) || tokens[to]?.kind === 'mark' ? undefined : numericAt(text, to);
  if (digit?.isSpoken !== true || digit.number >= 10 || !Number.isInteger(digit.number)) return read;
  return { ...digit, number: number + digit.number / 10 };
}

/** "80-90": two ends without a unit may as well be limits. */
function isBareSpan(text: ValueSource, { to, unit, number }: NumericRead): boolean {
  const between = unit === undefined && /^[-~]$/.test(textAt(text.tokens, to)) ? 1 : 0;
  const higher = between === 0 ? undefined : numericAt(text, to + between);
  // "86 -> 132" is an arrow
  const isPlain = higher?.unit === undefined && higher?.comparator === undefined;
  return higher !== undefined && isPlain && higher.number > number;
}

/** "PHQ-9（0完全不会 1好几天）": a number in a bracket that is explained right behind it is one of the degrees of an answer. */
function isGrade({ tokens }: ValueSource, at: number, { to, unit }: NumericRead): boolean {
  const behind = tokens[to];
  return (
    unit === undefined &&
    textAt(tokens, at - 1) === '(' &&
    behind?.kind === 'han' &&
    areJoined(tokens[to - 1], behind)
  );
}

function numberAt(context: ValueContext, at: number): NumericRead | undefined {
  if (context.times.isNumber(at)) return undefined;
  const read = numericAt(context.text, at);
  if (read === undefined || isBareSpan(context.text, read) || isGrade(context.text, at, read))
    return undefined;
  if (context.isPair === true) return withSecond(context.text, read);
  return context.hasTenths === true ? withTenth(context, read) : read;
}

/** "INR was high, *4.86*": behind a level and a comma a number that stands alone tells how high. */
function isAlone({ text, times }: ValueContext, at: number): boolean {
  const numeric = times.isNumber(at) ? undefined : numericAt(text, at);
  const isPlain = numeric?.second === undefined && numeric?.titre === undefined;
  return numeric !== undefined && isPlain && isItemEnd(text.tokens[numeric.to]);
}

/** "Hb, *86 g/L*", 血红蛋白偏低，86g/L: behind a comma the unit says that the number is this test's. */
function isInOwnUnit({ text, hasUnit }: ValueContext, at: number): boolean {
  const { unit } = numericAt(text, at) ?? {};
  return unit !== undefined && hasUnit?.(unit) === true;
}

/** What is printed before the value holds where nothing behind it says it. */
const withPrinted = (value: ValueRead, printed: PrintedRead | undefined): ValueRead => {
  const range = value.range ?? printed?.range;
  const unit = value.unit ?? printed?.unit;
  return { ...value, ...(range === undefined ? {} : { range }), ...(unit === undefined ? {} : { unit }) };
};

const isItemEnd = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'line-end' || /^[,;.|]$/.test(token.text);

/**
 * Reads the value to the right of a quantity's name: a number with unit, a titre, or a level in words. A number that
 * follows a level ("raised at 2.4 mg/L") counts for more than the word; of a series ("rose from 90 to 480") the last.
 */
export function readValue(context: ValueContext, position: number): ValueRead | undefined {
  const { text, times, end } = context;
  const { tokens } = text;
  const printed = printedBehindName(text, times, position);
  let word: ValueRead | undefined;
  let [denied, announced] = [false, false];
  let at = printed?.to ?? position;
  for (let left = MAX_LEADS; at < end && left > 0; left -= 1) {
    const level = levelAt(tokens, at, 'behind');
    // "2+", "nil": a level that begins with a number.
    const number = numberAt(context, at);
    const numeric = level !== undefined && at + level.length >= (number?.to ?? 0) ? undefined : number;
    const multiple = numeric?.unit === undefined ? spanOf('multiple', tokens, numeric?.to ?? -1) : 0;
    // "5 times the upper limit of normal" tells how far it is raised, not the value.
    if (numeric !== undefined && multiple > 0)
      return word ?? { from: position, to: numeric.to + multiple, level: 'raised' };
    if (numeric !== undefined) return withPrinted(withTrail(context, position, numeric, announced), printed);
    const deny = spanOf('deny', tokens, at);
    const from = spanOf('from', tokens, at);
    const told = Math.max(spanOf('lead', tokens, at), spanOf('then', tokens, at));
    const lead = Math.max(deny, from, told, level?.length ?? 0);
    const time = times.endAt(at);
    const isAfterLevel = word !== undefined || context.isStated === true;
    const isPause =
      textAt(tokens, at) === ',' &&
      ((isAfterLevel && (spanOf('lead', tokens, at + 1) > 0 || isAlone(context, at + 1))) ||
        isInOwnUnit(context, at + 1));
    if (lead === 0 && time === undefined && !isPause) break;
    if (level !== undefined && word === undefined && level.length === lead)
      word = { from: position, to: at + level.length, level: level.level, ...(denied ? { denied } : {}) };
    denied ||= deny > 0;
    announced ||= from > 0;
    at = Math.max(at + lead, time ?? at + 1);
  }
  return (
    word ?? (printed?.sum === undefined ? undefined : { from: position, to: printed.to, number: printed.sum })
  );
}
