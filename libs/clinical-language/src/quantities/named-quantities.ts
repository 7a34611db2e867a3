import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { type Level, levelAt } from './levels';
import { numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { readValue, type ValueRead } from './read-value';

/** The plain unit of pure numbers, which are written without one. */
const DIMENSIONLESS: ReadonlySet<string> = new Set(['1', '[pH]', '{ratio}', '{INR}', '{score}', '{titer}']);

type QuantitySense = Extract<Mention['senses'][number], { kind: 'quantity' }>;

/** The name of a quantity where it stands. */
interface Name {
  readonly sense: QuantitySense;
  readonly from: number;
  readonly to: number;
}

/** A name with the value that was found for it, if any. */
interface Resolved extends Name {
  readonly read?: ValueRead;
  /** "Raised" stood before the name. */
  readonly isBefore?: boolean;
}

/** "Ana", "dat": in small letters the short name of a yes-or-no test is a name or a word. */
const LOOKS_LIKE_A_WORD = /^[A-Z]?[a-z]{1,3}$/;

function namesIn(
  { tokens, source }: Reading,
  mentions: readonly Mention[],
  { findings }: CompiledVocabulary,
): Name[] {
  return mentions.flatMap(({ senses, form, from, to }) => {
    const sense = senses.find(({ kind }) => kind === 'quantity');
    if (sense?.kind !== 'quantity' || form !== 'phrase') return [];
    const written = source.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
    const isWord = LOOKS_LIKE_A_WORD.test(written) && findings.get(sense.findingId)?.domain === 'binary';
    return isWord ? [] : [{ sense, from, to }];
  });
}

function levelBefore({ tokens }: Reading, name: Name, sentence: Sentence): ValueRead | undefined {
  for (const length of [1, 2]) {
    const at = name.from - length;
    const found = at >= sentence.from ? levelAt(tokens, at) : undefined;
    if (found?.length === length) return { from: at, to: name.to, level: found.level };
  }
  return undefined;
}

const BETWEEN_VALUE_AND_NAME = /^(?:of|serum|plasma|blood|the|血|的)$/;
const LONGEST_VALUE = 10;

/** "6.8 mmol/L potassium": a number with its unit right before the name. */
function valueBefore(reading: Reading, name: Name, sentence: Sentence): ValueRead | undefined {
  const { tokens } = reading;
  let end = name.from;
  while (end > sentence.from && BETWEEN_VALUE_AND_NAME.test(tokens[end - 1]?.text ?? '')) end -= 1;
  for (let at = end - 1; at >= Math.max(sentence.from, end - LONGEST_VALUE); at -= 1) {
    const read = tokens[at]?.kind === 'number' ? numericAt(reading, at) : undefined;
    if (read?.unit !== undefined && read.to === end && read.second === undefined)
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

function statedIn({ tokens }: Reading, mentions: readonly Mention[]): Stated[] {
  return mentions.flatMap(({ senses, form, from, to }) => {
    if (form !== 'phrase' || !senses.some(({ kind }) => kind === 'state')) return [];
    const leading = levelAt(tokens, from)?.level;
    const trailing = [2, 1].flatMap((length) => {
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
  readonly names: ReadonlyMap<number, Name>;
  readonly stated: {
    readonly beginning: ReadonlyMap<number, Stated>;
    readonly ending: ReadonlyMap<number, Stated>;
  };
}

function neighboursOf(reading: Reading, mentions: readonly Mention[], names: readonly Name[]): Neighbours {
  const stated = statedIn(reading, mentions);
  return {
    names: new Map(names.map((name) => [name.from, name])),
    stated: {
      beginning: new Map(stated.map((one) => [one.from, one])),
      ending: new Map(stated.map((one) => [one.to, one])),
    },
  };
}

const COORDINATOR = /^(?:and|or|和|及|与|、|,|\/|&|以)$/;
const ABBREVIATION = /^[A-Z][A-Z0-9]{1,5}$/;

/** A level that is said once for several names stands with another; the name alone is what is read here. */
const level = ({ from, to }: Name, said: Level): ValueRead => ({ from, to, level: said });

/** "ALT and AST are raised", 白细胞和血小板减少: a level that is said once behind several names. */
function sharedLevel(
  reading: Reading,
  name: Name,
  { names, stated }: Neighbours,
  sentence: Sentence,
): ValueRead | undefined {
  const { tokens, source } = reading;
  let at = name.to;
  for (let steps = 0; steps < 6; steps += 1) {
    let next = at;
    while (COORDINATOR.test(tokens[next]?.text ?? '')) next += 1;
    if (next === at) break;
    const state = stated.beginning.get(next);
    if (state?.trailing !== undefined) return level(name, state.trailing);
    const other = names.get(next);
    const token = tokens[next];
    const written = token === undefined ? '' : source.text.slice(token.start, token.end);
    if (other === undefined && !ABBREVIATION.test(written)) return undefined;
    at = other?.to ?? next + 1;
  }
  const read = at === name.to ? undefined : readValue(reading, at, sentence.to);
  if (read?.level === undefined || read.number !== undefined) return undefined;
  return { ...level(name, read.level), ...(read.denied === undefined ? {} : { denied: read.denied }) };
}

/** "Raised CRP and ESR": a level that is said once before several names. */
function levelOfNeighbour(
  { tokens }: Reading,
  name: Name,
  before: Resolved | undefined,
  stated: Neighbours['stated'],
): ValueRead | undefined {
  let start = name.from;
  while (COORDINATOR.test(tokens[start - 1]?.text ?? '')) start -= 1;
  if (start === name.from) return undefined;
  const said = before?.isBefore === true && before.to === start ? before.read?.level : undefined;
  const leading = said ?? stated.ending.get(start)?.leading;
  return leading === undefined ? undefined : level(name, leading);
}

const overlaps = (a: ValueRead, b: ValueRead | undefined): boolean =>
  b !== undefined && a.from < b.to && b.from < a.to;

function resolve(
  reading: Reading,
  sentence: Sentence,
  names: readonly Name[],
  neighbours: Neighbours,
): Resolved[] {
  const behind = names.map((name) => readValue(reading, name.to, sentence.to));
  const resolved: Resolved[] = [];
  for (const [index, name] of names.entries()) {
    const shared = behind[index] ?? sharedLevel(reading, name, neighbours, sentence);
    if (shared !== undefined) {
      resolved.push({ ...name, read: shared });
      continue;
    }
    const isFree = (read: ValueRead): boolean => !behind.some((other) => overlaps(read, other));
    const word =
      levelBefore(reading, name, sentence) ??
      levelOfNeighbour(reading, name, resolved.at(-1), neighbours.stated);
    const before = word ?? valueBefore(reading, name, sentence);
    const usable = before !== undefined && (before.level !== undefined || isFree(before));
    resolved.push(usable ? { ...name, read: before, isBefore: before.level !== undefined } : name);
  }
  return resolved;
}

/** Every quantity of the vocabulary that a sentence names with a value or a level. */
export function namedQuantities(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const names = namesIn(reading, mentions, vocabulary);
  const neighbours = neighboursOf(reading, mentions, names);
  return resolve(reading, sentence, names, neighbours).flatMap(({ sense, from, to, read }) => {
    if (read === undefined) return [];
    const own = vocabulary.findings.get(sense.findingId)?.unit;
    const unit = read.unit ?? (own !== undefined && DIMENSIONLESS.has(own) ? own : undefined);
    const { molecularWeight } = sense;
    return [
      {
        findingId: sense.findingId,
        from: Math.min(from, read.from),
        to: Math.max(to, read.to),
        nameTo: to,
        read,
        ...(unit === undefined ? {} : { unit }),
        ...(molecularWeight === undefined ? {} : { molecularWeight }),
      },
    ];
  });
}
