import { type Comparator } from '../model/lab-value';
import { type Token } from '../text/tokens';
import { type Level, levelAt } from './levels';
import { type NumericRead, numericAt, type ValueSource } from './numeric';
import { type RangeRead, rangeAt } from './read-range';
import { type EarlierRead, earlierAt, seriesFrom } from './read-series';

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
}

const CONNECTORS: ReadonlySet<string> = new Set(
  `is was were are of at = : ( measured level levels count counts concentration came back result results reading read value around about
  approximately ~ on admission peak max maximum up to reached serum plasma today now and within limits in range completely entirely also
  both again his her the came as remains remained still not - repeat repeated currently rose risen rising rises fell fallen falling falls
  dropped drops climbed went gone has have been stays stay stayed hovers hovering stuck declined improved worsened trended titre titer of
  未 见 不 无 为 约 是 值 达 高 至 升 降 测 示 结 果 水 平 计 数 均 最 在 范 围 内 呈 明 显 显 著 仍 查 定 量 复 今 滴 度 上 下 由 从 from 占 百 分 比 例 一 直 持 续 都`.split(
    /\s+/,
  ),
);
const MAX_CONNECTORS = 6;
const DENIALS: ReadonlySet<string> = new Set(['not', '不', '未', '无']);
/** Words before a first value that announce a second. */
const FROM: ReadonlySet<string> = new Set(['from', '由', '从']);

function asValue(from: number, numeric: NumericRead): ValueRead {
  const { to, number, second, comparator, titre, unit, flag } = numeric;
  if (titre !== undefined) return { from, to, titre };
  return {
    from,
    to,
    number,
    ...(second === undefined ? {} : { second }),
    ...(comparator === undefined ? {} : { comparator }),
    ...(unit === undefined ? {} : { unit }),
    ...(flag === undefined ? {} : { flag }),
  };
}

const BETWEEN = /^(?:-|~|to|至|到)$/;

/** "2.5-2.8 mmol/L": the lower end, with the unit and the end of the higher one. */
function spanFrom(text: ValueSource, start: number, first: NumericRead): ValueRead | undefined {
  const isPlain = first.unit === undefined && first.titre === undefined && first.second === undefined;
  if (!isPlain || first.comparator !== undefined || !BETWEEN.test(text.tokens[first.to]?.text ?? ''))
    return undefined;
  const higher = numericAt(text, first.to + 1);
  if (higher?.unit === undefined || higher.second !== undefined || higher.number <= first.number)
    return undefined;
  return { ...asValue(start, { ...higher, number: first.number }), upTo: higher.number };
}

/** Adds what stands behind a value: later values, the reference range, an earlier value told afterwards. */
function withTrail(text: ValueSource, start: number, first: NumericRead, announced: boolean): ValueRead {
  const span = announced ? undefined : spanFrom(text, start, first);
  if (span !== undefined) return span;
  const { last, earlier } = seriesFrom(text, first, announced);
  const value = asValue(start, last);
  if (value.number === undefined) return value;
  const range = rangeAt(text, value.to);
  const told = earlier.length > 0 ? undefined : earlierAt(text, range?.to ?? value.to);
  const before = told === undefined ? earlier : [told];
  return {
    ...value,
    to: closed(text.tokens, told?.to ?? range?.to ?? value.to),
    ...(range === undefined ? {} : { range }),
    ...(before.length === 0 ? {} : { earlier: before }),
  };
}

/** "Hb (120-160 g/L): 82 g/L": the report prints its range before the value. */
function bracketedRange(text: ValueSource, position: number): RangeRead | undefined {
  return /^[([]$/.test(text.tokens[position]?.text ?? '') ? rangeAt(text, position) : undefined;
}

const withRange = (value: ValueRead, range: RangeRead | undefined): ValueRead =>
  range === undefined || value.range !== undefined ? value : { ...value, range };

/** A bracket that closes behind a value belongs to it. */
const closed = (tokens: readonly Token[], to: number): number => (tokens[to]?.text === ')' ? to + 1 : to);

/** Chinese words in which 高 or 低 says no level: 高峰, 低分子. */
const isPartOfWord = (tokens: readonly Token[], to: number): boolean =>
  /^[峰危敏分密]$/.test(tokens[to]?.text ?? '');

/**
 * Reads the value to the right of a quantity's name: a number with unit, a titre, or a level in words. A number that
 * follows a level ("raised at 2.4 mg/L") counts for more than the word; of a series ("rose from 90 to 480") the last.
 */
export function readValue(text: ValueSource, position: number, end: number): ValueRead | undefined {
  const { tokens } = text;
  let word: ValueRead | undefined;
  let [denied, announced] = [false, false];
  const printed = bracketedRange(text, position);
  let at = printed?.to ?? position;
  for (let left = MAX_CONNECTORS; at < end && left > 0;) {
    const numeric = numericAt(text, at);
    if (numeric !== undefined) return withRange(withTrail(text, position, numeric, announced), printed);
    const level = levelAt(tokens, at);
    if (level !== undefined && word === undefined && !isPartOfWord(tokens, at + level.length)) {
      word = { from: position, to: at + level.length, level: level.level, ...(denied ? { denied } : {}) };
      at += level.length;
    } else if (CONNECTORS.has(tokens[at]?.text ?? '')) {
      denied ||= DENIALS.has(tokens[at]?.text ?? '');
      announced ||= FROM.has(tokens[at]?.text ?? '');
      at += 1;
      left -= 1;
    } else break;
  }
  return word;
}
