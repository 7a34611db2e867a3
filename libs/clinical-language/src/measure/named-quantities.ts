import { type Mention } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';
import { type Level, levelAt } from './levels';
import { type QuantityName } from './names';
import { numericAt } from './numeric';
import { printedBehindName } from './read-printed';
import { readValue, type ValueRead } from './read-value';
import { type Times } from './times';
import { textAt } from '../normalise/at-position';
import { spanOf } from './words';
import { gather } from '../normalise/lists-by-key';

/** A name with the value that was found for it, if any. */
export interface NamedValue extends QuantityName {
  readonly read?: ValueRead;
  /** "Raised" stood before the name. */
  readonly isBefore?: boolean;
}

/** What the values of a sentence are read from. */
export interface NamedText {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly times: Times;
  readonly hasUnit: (findingId: string, unit: string) => boolean;
}

function levelBefore(
  { reading: { tokens }, sentence }: NamedText,
  name: QuantityName,
): ValueRead | undefined {
  for (const length of [1, 2]) {
    const at = name.from - length;
    const found = at >= sentence.from ? levelAt(tokens, at) : undefined;
    if (found?.length === length) return { from: at, to: name.to, level: found.level };
  }
  return undefined;
}

const LONGEST_VALUE = 10;

/** "6.8 mmol/L potassium": a number with its unit right before the name. */
function valueBefore({ reading, sentence }: NamedText, name: QuantityName): ValueRead | undefined {
  const { tokens } = reading;
  let end = name.from;
  while (end > sentence.from && spanOf('of', tokens, end - 1) === 1) end -= 1;
  for (let at = end - 1; at >= Math.max(sentence.from, end - LONGEST_VALUE); at -= 1) {
    const read = tokens[at]?.kind === 'number' ? numericAt(reading, at) : undefined;
    if (read === undefined || read.to !== end) continue;
    if (read.unit !== undefined && read.second === undefined) return { ...read, from: at };
    // "19/30 on the MoCA"
    if (end < name.from && read.second !== undefined && name.tests !== undefined)
      return { ...read, from: at };
  }
  return undefined;
}

/** A phrase that says a state of a quantity outright, with the level in it: "raised CRP", 血小板减少. */
interface Stated {
  readonly from: number;
  readonly to: number;
  readonly leading?: Level;
  readonly trailing?: Level;
}

function statedIn({ reading: { tokens }, mentions }: NamedText): Stated[] {
  return gather(mentions, ({ senses, form, from, to }) => {
    if (form !== 'phrase' || !senses.some(({ kind }) => kind === 'state')) return [];
    const leading = levelAt(tokens, from)?.level;
    const trailing = gather([2, 1], (length) => {
      const read = levelAt(tokens, to - length);
      return read?.length === length && to - length > from ? [read.level] : [];
    })[0];
    return [
      {
        from,
        to,
        ...(leading === undefined ? {} : { leading }),
        ...(trailing === undefined ? {} : { trailing }),
      },
    ];
  });
}

/** What stands beside a name, by the place where it begins or ends. */
interface Neighbours {
  readonly names: ReadonlyMap<number, QuantityName>;
  readonly beginning: ReadonlyMap<number, Stated>;
  readonly ending: ReadonlyMap<number, Stated>;
}

function neighboursOf(text: NamedText, names: readonly QuantityName[]): Neighbours {
  const stated = statedIn(text);
  return {
    names: new Map(names.map((name) => [name.from, name])),
    beginning: new Map(stated.map((one) => [one.from, one])),
    ending: new Map(stated.map((one) => [one.to, one])),
  };
}

const ABBREVIATION = /^[A-Z][A-Z0-9]{1,5}$/;
const MOST_NAMES = 6;

/** A level that is said once for several names stands with another; the name alone is what is read here. */
const level = ({ from, to }: QuantityName, said: Level): ValueRead => ({ from, to, level: said });

/** "ALT and AST are raised", 白细胞和血小板减少: a level that is said once behind several names. */
function sharedLevel(text: NamedText, name: QuantityName, neighbours: Neighbours): ValueRead | undefined {
  const { tokens, source } = text.reading;
  let at = name.to;
  for (let steps = 0; steps < MOST_NAMES; steps += 1) {
    let next = at;
    while (spanOf('and', tokens, next) > 0) next += spanOf('and', tokens, next);
    if (next === at) break;
    const state = neighbours.beginning.get(next);
    if (state?.trailing !== undefined) return level(name, state.trailing);
    const other = neighbours.names.get(next);
    const token = tokens[next];
    const written = token === undefined ? '' : source.text.slice(token.start, token.end);
    if (other === undefined && !ABBREVIATION.test(written)) return undefined;
    at = other?.to ?? next + 1;
  }
  const context = { text: text.reading, times: text.times, end: text.sentence.to };
  const read = at === name.to ? undefined : readValue(context, at);
  if (read?.level === undefined || read.number !== undefined) return undefined;
  return { ...level(name, read.level), ...(read.denied === undefined ? {} : { denied: read.denied }) };
}

/** "Raised CRP and ESR": a level that is said once before several names. */
function levelOfNeighbour(
  { reading: { tokens } }: NamedText,
  name: QuantityName,
  before: NamedValue | undefined,
  { ending }: Neighbours,
): ValueRead | undefined {
  let start = name.from;
  while (spanOf('and', tokens, start - 1) === 1) start -= 1;
  if (start === name.from) return undefined;
  const said = before?.isBefore === true && before.to === start ? before.read?.level : undefined;
  const leading = said ?? ending.get(start)?.leading;
  return leading === undefined ? undefined : level(name, leading);
}

/** A number behind a name in short stands right there, and something ends it. */
function isRightBehind(
  { reading, times }: NamedText,
  name: QuantityName,
  read: ValueRead,
  end: number,
): boolean {
  const { tokens } = reading;
  const lead = spanOf('short-lead', tokens, name.to) || spanOf('from', tokens, name.to);
  // "CV 51 m/s (N >49)": what is normal
  const isLimit = read.comparator !== undefined && name.to - name.from === 1;
  if (isLimit && /^[([]$/.test(textAt(tokens, name.from - 1))) return false;
  const printed = printedBehindName(reading, times, name.to);
  const at = printed?.to ?? name.to + (lead || spanOf('when', tokens, name.to));
  if (numericAt(reading, at) === undefined || read.number === undefined) return false;
  if (name.short?.exact !== true || [read.unit, read.flag, read.earlier].some((one) => one !== undefined))
    return true;
  return read.to >= end || tokens[read.to]?.kind === 'line-end' || spanOf('end', tokens, read.to) > 0;
}

const overlaps = (a: ValueRead, b: ValueRead | undefined): boolean =>
  b !== undefined && a.from < b.to && b.from < a.to;

/** 高血压, "low sugar diet": the name is part of another word, and no level is said of it. */
function isOfOthers(
  { reading: { tokens }, mentions }: NamedText,
  { from, to, short }: QuantityName,
): boolean {
  if (spanOf('diet', tokens, to) > 0) return true;
  return (
    short !== undefined &&
    mentions.some(
      (one) => one.form === 'phrase' && one.from <= from && to <= one.to && one.to - one.from > to - from,
    )
  );
}

function valueBehind(text: NamedText, name: QuantityName, end: number): ValueRead | undefined {
  const { short } = name;
  const context = {
    text: text.reading,
    times: text.times,
    end,
    isPair: short?.second !== undefined,
    hasTenths: short?.tenths === true,
    isStated: name.isStated === true,
    hasUnit: (unit: string) => text.hasUnit(name.findingId, unit),
  };
  const read = readValue(context, name.to);
  if (name.isStated === true) return read?.number === undefined ? undefined : read;
  if (read?.number === undefined) {
    // 血压高10年: a level that has lasted is no measurement.
    const isLasting = short !== undefined && read !== undefined && text.times.isNumber(read.to);
    // "Fever (+)" is the sign itself: a number could stand there, and no result.
    const isResult = short?.next === true && (read?.level === 'positive' || read?.level === 'negative');
    return isLasting || isResult || isOfOthers(text, name) ? undefined : read;
  }
  if (short?.next !== true) return read;
  return isRightBehind(text, name, read, end) ? read : undefined;
}

/** Each name with its value: behind it, shared with other names, or before it. */
export function namedValues(text: NamedText, names: readonly QuantityName[]): NamedValue[] {
  const neighbours = neighboursOf(text, names);
  const behind = names.map((name, index) =>
    valueBehind(text, name, names[index + 1]?.from ?? text.sentence.to),
  );
  const resolved: NamedValue[] = [];
  for (const [index, name] of names.entries()) {
    const isSymbol = name.short?.next === true || name.isStated === true;
    const shared = behind[index] ?? (isSymbol ? undefined : sharedLevel(text, name, neighbours));
    if (shared !== undefined || isSymbol) {
      resolved.push(shared === undefined ? name : { ...name, read: shared });
      continue;
    }
    const isFree = (read: ValueRead): boolean => !behind.some((other) => overlaps(read, other));
    const word = isOfOthers(text, name)
      ? undefined
      : (levelBefore(text, name) ?? levelOfNeighbour(text, name, resolved.at(-1), neighbours));
    const before = word ?? valueBefore(text, name);
    const usable = before !== undefined && (before.level !== undefined || isFree(before));
    resolved.push(usable ? { ...name, read: before, isBefore: before.level !== undefined } : name);
  }
  return resolved;
}
