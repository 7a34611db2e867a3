import { type Comparator } from '../model/lab-value';
import { placeAt, spokenNumber } from '../normalise/numbers';
import { type NormalisedText } from '../normalise/normalise';
import { type Token } from '../model/token';
import { type Level, levelAt } from './levels';
import { readUnit } from './unit-words';
import { comparatorAt, spanOf } from './words';

/** A text as the readers of values see it. */
export interface ValueSource {
  readonly source: NormalisedText;
  readonly tokens: readonly Token[];
}

/** A number in a text with what belongs to it. Token position of its end, exclusive. */
export interface NumericRead {
  readonly to: number;
  readonly number: number;
  /** The second number of "118/74". */
  readonly second?: number;
  readonly comparator?: Comparator;
  readonly titre?: string;
  /** UCUM. */
  readonly unit?: string;
  /** What the report's own flag says: H, L, an arrow. */
  readonly flag?: Level;
  /** Told in words, or as one speaks: 六克二, 6克2. */
  readonly isSpoken?: true;
}

export const areJoined = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined && before.end === after?.start;

/** The first token that starts at `offset` or behind it. */
export function tokenAt(tokens: readonly Token[], position: number, offset: number): number {
  let at = position;
  while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < offset) at += 1;
  return at;
}

/** A unit that begins at a token, and the token behind it. */
export function unitAt(
  { source, tokens }: ValueSource,
  position: number,
): { readonly unit: string; readonly to: number } | undefined {
  const start = tokens[position]?.start ?? source.lower.length;
  const unit = readUnit(source.lower, start);
  return unit && { unit: unit.ucum, to: tokenAt(tokens, position, start + unit.length) };
}

/** Digits in one number: how many tokens they take. */
interface Digits {
  readonly value: number;
  readonly length: number;
  readonly isSpoken?: true;
}

/**
 * Digits with "7,4" for seven point four and "12 500" for twelve and a half thousand. Both are read so only where a
 * unit follows: elsewhere the comma divides and the blank separates.
 */
function writtenAt({ source, tokens }: ValueSource, position: number): Digits | undefined {
  const [first, mark, third] = [tokens[position], tokens[position + 1], tokens[position + 2]];
  if (first?.kind !== 'number') return undefined;
  const plain = { value: Number(first.text.replaceAll(',', '')), length: 1 };
  const isDecimal = mark?.text === ',' && areJoined(first, mark) && areJoined(mark, third);
  if (isDecimal && /^\d{1,3}$/.test(first.text) && /^\d{1,2}$/.test(third?.text ?? '')) {
    const hasUnit = readUnit(source.lower, third?.end ?? 0) !== undefined;
    return hasUnit ? { value: Number(`${first.text}.${third?.text ?? ''}`), length: 3 } : plain;
  }
  const isGrouped = mark?.kind === 'number' && mark.start === first.end + 1 && /^\d{3}$/.test(mark.text);
  if (isGrouped && /^\d{1,3}$/.test(first.text) && readUnit(source.lower, mark.end) !== undefined) {
    return { value: Number(first.text + mark.text), length: 2 };
  }
  return plain;
}

/** 七八: seven or eight, of which the first counts. */
const isOneOfTwo = ({ value, length }: Digits): boolean =>
  length === 2 && value > 10 && value < 90 && (value % 10) - Math.floor(value / 10) === 1;

/** 三十八度五, 38度5, 三十七度七八, 六克二: the digit behind a unit is its tenth. */
function tenthBehindUnit(tokens: readonly Token[], position: number): Digits | undefined {
  const [unit, next, after] = [tokens[position], tokens[position + 1], tokens[position + 2]];
  if (unit?.kind !== 'han' || next === undefined || !areJoined(unit, next)) return undefined;
  if (readUnit(unit.text, 0) === undefined || after?.text === '.') return undefined;
  const read = next.kind === 'han' ? spokenNumber(tokens, position + 1) : undefined;
  const digit = next.kind === 'number' && /^\d$/.test(next.text) ? Number(next.text) : read?.value;
  if (read !== undefined && isOneOfTwo(read)) return { value: Math.floor(read.value / 10) / 10, length: 2 };
  const isDigit = digit !== undefined && digit < 10 && Number.isInteger(digit);
  return isDigit && (read?.length ?? 1) === 1 ? { value: digit / 10, length: 1 } : undefined;
}

/** One word can be another's part (一直, "one of"): it is a number where a unit or an end follows. */
function isAlone({ source, tokens }: ValueSource, position: number): boolean {
  const next = tokens[position + 1];
  if (next === undefined || next.kind === 'mark' || next.kind === 'line-end') return true;
  return (
    readUnit(source.lower, tokens[position]?.end ?? 0) !== undefined ||
    (tokens[position]?.kind === 'word' && tokens[position]?.text !== 'one')
  );
}

/** "E+07" right behind digits. */
function scientificAt(tokens: readonly Token[], position: number): Digits | undefined {
  const [digits, letter, sign, exponent] = tokens.slice(position - 1, position + 3);
  const isWritten =
    letter?.text === 'e' &&
    /^[+-]$/.test(sign?.text ?? '') &&
    /^\d{1,2}$/.test(exponent?.text ?? '') &&
    areJoined(digits, letter) &&
    areJoined(letter, sign) &&
    areJoined(sign, exponent);
  return isWritten ? { value: 10 ** Number(`${sign?.text}${exponent?.text}`), length: 3 } : undefined;
}

/** "× 10^7" behind digits, where it is not a part of the unit (10^9/L). */
function powerAt(text: ValueSource, position: number): Digits | undefined {
  const [times, base, caret, exponent] = text.tokens.slice(position, position + 4);
  if (!/^[×x*]$/.test(times?.text ?? '') || base?.text !== '10') return undefined;
  // in a column of its own
  if (unitAt(text, position) !== undefined) return undefined;
  const isWritten = caret?.text === '^' && exponent?.kind === 'number' && /^\d{1,2}$/.test(exponent.text);
  return isWritten ? { value: 10 ** Number(exponent.text), length: 4 } : undefined;
}

function digitsAt(text: ValueSource, position: number): Digits | undefined {
  const { tokens } = text;
  const spoken = spokenNumber(tokens, position);
  if (spoken !== undefined) {
    const isShort = spoken.length === 1 && spoken.value < 10;
    return isShort && !isAlone(text, position) ? undefined : { ...spoken, isSpoken: true };
  }
  const written = writtenAt(text, position);
  if (written === undefined) return undefined;
  const end = tokens[position + written.length - 1]?.end ?? 0;
  // "4 million/mL": the word is the unit's.
  const isUnit = readUnit(text.source.lower, end) !== undefined;
  const behind = position + written.length;
  const power = isUnit ? undefined : (scientificAt(tokens, behind) ?? powerAt(text, behind));
  if (power !== undefined)
    return {
      value: Number((written.value * power.value).toPrecision(12)),
      length: written.length + power.length,
    };
  const times = isUnit ? undefined : placeAt(tokens, behind);
  if (times === undefined) return written;
  const [place, rest] = [tokens[behind], tokens[behind + 1]];
  // 1万5 is fifteen thousand
  const isRest = place?.kind === 'han' && areJoined(place, rest) && /^\d$/.test(rest?.text ?? '');
  const value = written.value * times + (isRest ? (Number(rest?.text) * times) / 10 : 0);
  return { value: Number(value.toPrecision(12)), length: written.length + (isRest ? 2 : 1) };
}

const FLAGS: Readonly<Record<string, Level>> = {
  H: 'raised',
  HH: 'very-raised',
  L: 'lowered',
  LL: 'very-lowered',
};

/** The flag at a token, over an opening bracket: an arrow, or letters as capitals that stand alone. */
export function flagAt(
  { source, tokens }: ValueSource,
  position: number,
): { flag: Level; to: number } | undefined {
  const bracket = /^[([]$/.test(tokens[position]?.text ?? '');
  const at = bracket ? position + 1 : position;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const arrow = token.kind === 'mark' && token.text !== '(' ? levelAt(tokens, at) : undefined;
  const flag = arrow?.level ?? FLAGS[source.text.slice(token.start, token.end)];
  const next = tokens[at + 1];
  if (flag === undefined || next?.text === '/') return undefined;
  if (bracket) return /^[)\]]$/.test(next?.text ?? '') ? { flag, to: at + 2 } : undefined;
  const repeated = next !== undefined && next.text === token.text && areJoined(token, next);
  return { flag, to: repeated ? at + 2 : at + 1 };
}

interface Tail {
  readonly to: number;
  readonly unit?: string;
  readonly flag?: Level;
}

/** Unit and flag behind the digits, in either order: "82 g/L L", "82 L g/L", "82↓ g/L". A star flags nothing. */
function tailAt(text: ValueSource, end: number, given: number): Tail {
  const { source, tokens } = text;
  const isStar = tokens[given]?.text === '*' && tokens[given + 1]?.kind !== 'number';
  const position = isStar ? given + 1 : given;
  const early = flagAt(text, position);
  const flagEnd = early === undefined ? undefined : tokens[early.to - 1]?.end;
  const behindFlag = flagEnd === undefined ? undefined : readUnit(source.lower, flagEnd);
  if (early !== undefined && flagEnd !== undefined && behindFlag !== undefined) {
    const to = tokenAt(tokens, early.to, flagEnd + behindFlag.length);
    return { to, unit: behindFlag.ucum, flag: early.flag };
  }
  const unit = readUnit(source.lower, end);
  const isFlag = early !== undefined && unit?.ucum === 'L';
  if (unit === undefined || isFlag)
    return early === undefined ? { to: position } : { to: early.to, flag: early.flag };
  const to = tokenAt(tokens, position, end + unit.length);
  const late = flagAt(text, to);
  return late === undefined ? { to, unit: unit.ucum } : { to: late.to, unit: unit.ucum, flag: late.flag };
}

/** Reads a number at a token: comparator, sign, digits or number words, a titre or a pair, unit and flag. */
export function numericAt(text: ValueSource, position: number): NumericRead | undefined {
  const { tokens } = text;
  const compared = comparatorAt(tokens, position);
  const percent = spanOf('percent', tokens, compared?.to ?? position);
  let at = (compared?.to ?? position) + percent;
  const isSigned = areJoined(tokens[at], tokens[at + 1]);
  const sign = tokens[at]?.text === '-' && isSigned ? -1 : 1;
  // "+4.1": with a fraction it is no degree, as in "protein +3"
  const isAbove = tokens[at]?.text === '+' && isSigned && tokens[at + 1]?.text.includes('.') === true;
  if (sign === -1 || isAbove) at += 1;
  const digits = digitsAt(text, at);
  if (digits === undefined) return undefined;
  at += digits.length;
  const tenth = Number.isInteger(digits.value) ? tenthBehindUnit(tokens, at) : undefined;
  const number = sign * (digits.value + (tenth?.value ?? 0));
  const common = {
    number,
    ...(compared === undefined ? {} : { comparator: compared.comparator }),
    ...(digits.isSpoken && { isSpoken: digits.isSpoken }),
  };
  if (percent > 0) return { ...common, to: at, unit: '%' };
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (tenth !== undefined) {
    const unit = readUnit(mark?.text ?? '', 0)?.ucum;
    return { ...common, isSpoken: true, to: at + 2, ...(unit === undefined ? {} : { unit }) };
  }
  if (mark?.text === ':' && next?.kind === 'number' && number === 1 && /^[\d,]+$/.test(next.text)) {
    return { to: at + 2, number, titre: `1:${next.text.replaceAll(',', '')}` };
  }
  const end = tokens[at - 1]?.end ?? 0;
  const isPair =
    mark?.text === '/' && next?.kind === 'number' && readUnit(text.source.lower, end) === undefined;
  if (isPair) return { ...common, ...tailAt(text, next.end, at + 2), second: Number(next.text) };
  return { ...common, ...tailAt(text, end, at) };
}

/** The second number of a blood pressure, said in words: "[one twenty] over eighty", 一百六十五、一百. */
export function withSecond(text: ValueSource, first: NumericRead): NumericRead {
  const isOpen = first.unit === undefined && first.second === undefined;
  const over = isOpen ? spanOf('over', text.tokens, first.to) : 0;
  // 血压九十八五十六: dictated right behind one another
  const isSaidOn = isOpen && first.isSpoken === true && text.tokens[first.to]?.kind === 'han';
  const second = over === 0 && !isSaidOn ? undefined : numericAt(text, first.to + over);
  if (second === undefined || second.second !== undefined || second.number >= first.number) return first;
  const { to, unit } = second;
  return { ...first, to, second: second.number, ...(unit === undefined ? {} : { unit }) };
}
