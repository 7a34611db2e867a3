import { type ConceptContent, type ConceptIndex, onlyItself } from '../../recognise/concept-index';
import { type Pattern, type PatternIndex } from '../../frame/pattern';
import { type Sense } from '../../model/sense';
import { type Archive, type Parts } from './archive';
import { type JsonTable, type JsonWriter } from './json-table';
import { listParts, Lists, mapParts } from './lists';
import { ReadOnce } from './lookup';
import { type Texts, type TextWriter, UNKNOWN } from './texts';
import { given } from '../../normalise/lists-by-key';

/** The numbers that texts and values have in one archive. */
interface Numbers {
  readonly texts: TextWriter;
  readonly values: JsonWriter;
}

const DENIES = 1;
const HAS_HEAD = 2;
const IS_OPPOSITE = 4;
const SUPPORT = 3;

/** Concepts and patterns as parts of an archive. */
export function compositionParts(
  { above }: Pick<ConceptContent, 'above'>,
  patterns: ReadonlyMap<string, readonly Pattern[]>,
  { texts, values }: Numbers,
): Parts {
  const all = [...patterns.values()].flat();
  const idOf = new Map(all.map((pattern, id) => [pattern, id]));
  const numbered = <V>(map: ReadonlyMap<string, V>, number: (value: V) => number): Map<number, number> =>
    new Map(Array.from(map, ([key, value]) => [texts.idOf(key), number(value)]));
  const flags = ({ denies, hasHead, isOpposite, support }: Pattern): number =>
    (denies ? DENIES : 0) | (hasHead ? HAS_HEAD : 0) | (isOpposite ? IS_OPPOSITE : 0) | (support << SUPPORT);
  return {
    ...mapParts(
      'concepts.above',
      numbered(above, (line) => values.idOf([...line])),
    ),
    ...listParts(
      'patterns',
      new Map(
        Array.from(patterns, ([anchor, list]) => [texts.idOf(anchor), list.map((one) => idOf.get(one) ?? 0)]),
      ),
    ),
    ...listParts(
      'patterns.slots',
      new Map(all.map(({ slots }, id) => [id, slots.map((slot) => texts.idOf(slot))])),
    ),
    'patterns.senses': Uint32Array.from(all, ({ sense }) => values.idOf(sense)),
    'patterns.flags': Uint8Array.from(all, flags),
  };
}

/** Concepts as they stand in an archive. */
export function storedConcepts(
  archive: Archive,
  phrases: ConceptIndex['phrases'],
  texts: Texts,
  values: JsonTable<unknown>,
): ConceptIndex {
  const lines = new Lists(archive, 'concepts.above');
  const above = new ReadOnce((feature) => {
    const line = lines.one(texts.idOf(feature));
    return line === undefined
      ? undefined
      : new Map(values.at(line) as readonly (readonly [string, number])[]);
  });
  return {
    phrases,
    above: (feature) => above.get(feature) ?? onlyItself(feature),
  };
}

/** Patterns as they stand in an archive. */
export function storedPatterns(archive: Archive, texts: Texts, values: JsonTable<unknown>): PatternIndex {
  const anchors = new Lists(archive, 'patterns');
  const slots = new Lists(archive, 'patterns.slots');
  const senses = archive.u32('patterns.senses');
  const flags = archive.u8('patterns.flags');
  const patternOf = (id: number): Pattern => {
    const flag = flags[id] ?? 0;
    return {
      slots: Array.from(slots.of(id), (slot) => texts.at(slot)),
      denies: (flag & DENIES) !== 0,
      hasHead: (flag & HAS_HEAD) !== 0,
      isOpposite: (flag & IS_OPPOSITE) !== 0,
      support: flag >> SUPPORT,
      sense: values.at(senses[id] ?? 0) as Sense,
    };
  };
  const patterns = new Map<number, Pattern>();
  const patternAt = (id: number): Pattern => {
    const pattern = patterns.get(id) ?? patternOf(id);
    patterns.set(id, pattern);
    return pattern;
  };
  /** A feature's number, and of each of its patterns the number, how many slots it has, and which. */
  const read = new ReadOnce((feature) => {
    const id = texts.idOf(feature);
    const numbered = (pattern: number): number[] => [pattern, slots.of(pattern).length, ...slots.of(pattern)];
    return id === UNKNOWN ? undefined : { id, own: Int32Array.from([...anchors.of(id)].flatMap(numbered)) };
  });
  // Of a hundred patterns that a sentence might tell it tells a few: the others are told by numbers alone.
  const isSaid = new Uint8Array(texts.size);
  return {
    among(features) {
      const said = given([...features], (feature) => read.get(feature));
      for (const { id } of said) isSaid[id] = 1;
      const found: Pattern[] = [];
      for (const { own } of said)
        for (let at = 0; at < own.length; at += 2 + (own[at + 1] ?? 0))
          if (areAll(isSaid, own, at + 2, own[at + 1] ?? 0)) found.push(patternAt(own[at] ?? 0));
      for (const { id } of said) isSaid[id] = 0;
      return found;
    },
  };
}

function areAll(isSaid: Uint8Array, numbers: Int32Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 1) if (isSaid[numbers[at] ?? 0] !== 1) return false;
  return true;
}
