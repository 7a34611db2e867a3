import { type ConceptContent, type ConceptIndex, onlyItself } from '../../recognise/concept-index';
import { type Pattern, type PatternIndex } from '../../frame/pattern';
import { type Sense } from '../../model/sense';
import { type Archive, type Parts } from './archive';
import { type JsonTable, type JsonWriter } from './json-table';
import { listParts, Lists, mapParts } from './lists';
import { ReadOnce } from './lookup';
import { type Texts, type TextWriter } from './texts';

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

const NONE: readonly Pattern[] = [];

/** Patterns as they stand in an archive. */
export function storedPatterns(archive: Archive, texts: Texts, values: JsonTable<unknown>): PatternIndex {
  const anchors = new Lists(archive, 'patterns');
  const slots = new Lists(archive, 'patterns.slots');
  const senses = archive.u32('patterns.senses');
  const flags = archive.u8('patterns.flags');
  const patternAt = (id: number): Pattern => {
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
  const read = new ReadOnce((feature) => {
    const ids = anchors.of(texts.idOf(feature));
    return ids.length === 0 ? undefined : Array.from(ids, patternAt);
  });
  return { of: (feature) => read.get(feature) ?? NONE };
}
