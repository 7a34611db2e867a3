import { type Comparator } from '../model/lab-value';
import { type NormalisedText } from '../text/normalise';
import { type Token } from '../text/tokens';
import { readUnit } from './unit-words';

/** What stands behind the name of a quantity. Token positions, end exclusive. */
export interface ValueRead {
  readonly from: number;
  readonly to: number;
  readonly number?: number;
  /** The second number of "118/74". */
  readonly second?: number;
  readonly comparator?: Comparator;
  readonly titre?: string;
  readonly unit?: string;
  /** Said in words or by an arrow. */
  readonly level?: Level;
}

/** A value in words. */
export type Level =
  'normal' | 'raised' | 'lowered' | 'positive' | 'negative' | 'very-raised' | 'very-lowered';

const CONNECTORS: ReadonlySet<string> = new Set(
  `is was were are of at = : ( measured level levels count counts concentration came back result results reading read value around about
  approximately ~ on admission peak max maximum up to reached serum plasma today now and within limits in range completely entirely also
  both again his her the came as remains remained still not - 未 见 不 无 为 约 是 值 达 高 至 升 降 测 示 结 果 水 平 计 数 均 最 在 范 围 内 呈 明 显 显 著 仍 查 定 量`.split(
    /\s+/,
  ),
);
const MAX_CONNECTORS = 6;

const LEVELS: Readonly<Record<string, Level>> = {
  normal: 'normal', unremarkable: 'normal', raised: 'raised', elevated: 'raised', high: 'raised', increased: 'raised',
  '↑': 'raised', low: 'lowered', reduced: 'lowered', decreased: 'lowered', '↓': 'lowered', positive: 'positive',
  negative: 'negative', '正常': 'normal', '升高': 'raised', '增高': 'raised', '偏高': 'raised', '增多': 'raised',
  '降低': 'lowered', '偏低': 'lowered', '减少': 'lowered', '下降': 'lowered', '阳性': 'positive', '阴性': 'negative',
}; // prettier-ignore

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

/** A level in words at a token: one English word, or two Chinese characters. */
export function levelAt(
  tokens: readonly Token[],
  position: number,
): { level: Level; length: number } | undefined {
  const one = LEVELS[tokens[position]?.text ?? ''];
  if (one !== undefined) return { level: one, length: 1 };
  const two = LEVELS[`${tokens[position]?.text ?? ''}${tokens[position + 1]?.text ?? ''}`];
  return two === undefined ? undefined : { level: two, length: 2 };
}

function tokenAfter(tokens: readonly Token[], position: number, offset: number): number {
  let at = position;
  while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < offset) at += 1;
  return at;
}

function readNumeric(
  source: NormalisedText,
  tokens: readonly Token[],
  start: number,
  from: number,
): ValueRead | undefined {
  const compared = comparatorAt(tokens, from);
  let at = from + (compared?.length ?? 0);
  const minus = tokens[at]?.text === '-' && tokens[at + 1]?.start === tokens[at]?.end ? -1 : 1;
  if (minus === -1) at += 1;
  const first = tokens[at];
  if (first?.kind !== 'number') return undefined;
  const number = minus * Number(first.text.replaceAll(',', ''));
  const mark = tokens[at + 1];
  const next = tokens[at + 2];
  if (mark?.text === ':' && next?.kind === 'number' && number === 1) {
    return { from: start, to: at + 3, titre: `1:${next.text}` };
  }
  const paired = mark?.text === '/' && next?.kind === 'number';
  const last = paired ? next : first;
  const unit = readUnit(source.lower, last.end);
  const to = unit === undefined ? at + (paired ? 3 : 1) : tokenAfter(tokens, at + 1, last.end + unit.length);
  return {
    from: start,
    to,
    number,
    ...(paired ? { second: Number(next.text) } : {}),
    ...(compared === undefined ? {} : { comparator: compared.comparator }),
    ...(unit === undefined ? {} : { unit: unit.ucum }),
  };
}

/**
 * Reads the value to the right of a quantity's name: a number with unit, a titre, or a level in words. A number that
 * follows a level ("raised at 2.4 mg/L") counts for more than the word.
 */
export function readValue(
  source: NormalisedText,
  tokens: readonly Token[],
  position: number,
  end: number,
): ValueRead | undefined {
  let word: ValueRead | undefined;
  let at = position;
  for (let left = MAX_CONNECTORS; at < end && left > 0;) {
    const numeric = readNumeric(source, tokens, position, at);
    if (numeric !== undefined) return withArrow(tokens, numeric);
    const level = levelAt(tokens, at);
    if (level !== undefined && word === undefined) {
      word = { from: position, to: at + level.length, level: level.level };
      at += level.length;
    } else if (CONNECTORS.has(tokens[at]?.text ?? '')) {
      at += 1;
      left -= 1;
    } else break;
  }
  return word;
}

/** An arrow or bracketed flag behind a value belongs to it. */
function withArrow(tokens: readonly Token[], read: ValueRead): ValueRead {
  const after = tokens[read.to]?.text;
  return after === '↑' || after === '↓' || after === ')' ? { ...read, to: read.to + 1 } : read;
}
