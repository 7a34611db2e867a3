import { type Comparator } from '../model/lab-value';
import { type NormalisedText } from '../text/normalise';
import { type Token } from '../text/tokens';
import { type Level } from './levels';
import { readUnit } from './unit-words';

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
}

const COMPARATOR_WORDS: readonly (readonly [readonly string[], Comparator])[] = [
  [['<', '='], '<='],
  [['>', '='], '>='],
  [['<'], '<'],
  [['>'], '>'],
  [['≤'], '<='],
  [['≥'], '>='],
  [['less', 'than'], '<'],
  [['below'], '<'],
  [['under'], '<'],
  [['more', 'than'], '>'],
  [['greater', 'than'], '>'],
  [['above'], '>'],
  [['over'], '>'],
  [['小', '于'], '<'],
  [['大', '于'], '>'],
  [['低', '于'], '<'],
  [['高', '于'], '>'],
];

function comparatorAt(
  tokens: readonly Token[],
  position: number,
): { comparator: Comparator; length: number } | undefined {
  for (const [words, comparator] of COMPARATOR_WORDS) {
    if (words.every((word, index) => tokens[position + index]?.text === word))
      return { comparator, length: words.length };
  }
  return undefined;
}

const areJoined = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined && before.end === after?.start;

/** The first token that starts at `offset` or behind it. */
export function tokenAt(tokens: readonly Token[], position: number, offset: number): number {
  let at = position;
  while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < offset) at += 1;
  return at;
}

/** Digits in one number: how many tokens they take. */
interface Digits {
  readonly value: number;
  readonly length: number;
}

/**
 * Digits with "7,4" for seven point four and "12 500" for twelve and a half thousand. Both are read so only where a
 * unit follows: elsewhere the comma divides and the blank separates.
 */
function digitsAt({ source, tokens }: ValueSource, position: number): Digits | undefined {
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

const FLAGS: Readonly<Record<string, Level>> = {
  H: 'raised', HH: 'very-raised', L: 'lowered', LL: 'very-lowered', '↑': 'raised', '↓': 'lowered',
}; // prettier-ignore

/** The flag at a token, over an opening bracket; letters only as capitals that stand alone. */
export function flagAt(
  { source, tokens }: ValueSource,
  position: number,
): { flag: Level; to: number } | undefined {
  const bracket = /^[([]$/.test(tokens[position]?.text ?? '');
  const at = bracket ? position + 1 : position;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const flag = FLAGS[source.text.slice(token.start, token.end)];
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

/** Unit and flag behind the digits, in either order: "82 g/L L", "82 L g/L", "82↓ g/L". */
function tailAt(text: ValueSource, end: number, position: number): Tail {
  const { source, tokens } = text;
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

/** Reads a number at a token: comparator, sign, digits, a titre or a pair, unit and flag. */
export function numericAt(text: ValueSource, position: number): NumericRead | undefined {
  const { tokens } = text;
  const compared = comparatorAt(tokens, position);
  let at = position + (compared?.length ?? 0);
  const sign = tokens[at]?.text === '-' && areJoined(tokens[at], tokens[at + 1]) ? -1 : 1;
  if (sign === -1) at += 1;
  const digits = digitsAt(text, at);
  if (digits === undefined) return undefined;
  const number = sign * digits.value;
  at += digits.length;
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (mark?.text === ':' && next?.kind === 'number' && number === 1 && /^[\d,]+$/.test(next.text)) {
    return { to: at + 2, number, titre: `1:${next.text.replaceAll(',', '')}` };
  }
  const second = mark?.text === '/' && next?.kind === 'number' ? Number(next.text) : undefined;
  const last = second === undefined ? tokens[at - 1] : next;
  const { to, unit, flag } = tailAt(text, last?.end ?? 0, second === undefined ? at : at + 2);
  return {
    to,
    number,
    ...(second === undefined ? {} : { second }),
    ...(compared === undefined ? {} : { comparator: compared.comparator }),
    ...(unit === undefined ? {} : { unit }),
    ...(flag === undefined ? {} : { flag }),
  };
}
