import { type ConceptContent, type Meaning } from '../recognise/concept-index';
import { Company } from '../frame/company';
import { StretchFinder } from '../frame/telling-stretches';
import { type WordEvidence } from '../frame/word-evidence';
import { type Pattern, type Composition } from '../frame/pattern';
import { compositionParts, storedConcepts, storedPatterns } from './stored/stored-composition';
import { type AttributeCue } from '../recognise/illness-words';
import { type Manifestation, type ResultCause } from '../model/vocabulary';
import { type Laterality } from '../recognise/laterality';
import { type PhraseDictionary } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { type Entry, type Sense } from '../model/sense';
import { Spelling, type SpellingWords } from '../normalise/spelling';
import { Archive, type Parts, writeArchive } from './stored/archive';
import { JsonTable, JsonWriter } from './stored/json-table';
import { listParts, Lists, mapParts } from './stored/lists';
import { type Lookup, ReadOnce } from './stored/lookup';
import { StoredTries, trieParts } from './stored/stored-tries';
import { evidenceParts, storedEvidence } from './stored/stored-evidence';
import { manifestationParts, storedManifestations } from './stored/stored-manifestations';
import { storedWordings, type WordingIndex, wordingParts } from './stored/stored-wordings';
import { Texts, TextWriter } from './stored/texts';

/** A cause of a finding's results, with the states that it is only another name for. */
export interface IndexedCause {
  readonly cause: ResultCause;
  readonly isNameOf: readonly string[];
}

/** What reading text needs beside the terminology. */
export interface Dictionary {
  /** @internal */
  readonly phrases: PhraseDictionary<Entry>;
  /** @internal */
  readonly composition: Composition;
  /** @internal Finds what speaks of a finding in other words than its wordings. */
  readonly stretches: Pick<StretchFinder, 'in'>;
  /** @internal Tells which findings go together. */
  readonly company: Pick<Company, 'beside'>;
  /** @internal The long words of all phrases, for slips of the pen. */
  readonly spelling: Spelling;
  /** @internal Side of the body by finding, of those whose name has one. */
  readonly sides: Lookup<Laterality>;
  /** @internal */
  readonly attributeCues: PhraseDictionary<AttributeCue>;
  /** @internal The diseases that can give a result, by the finding of the result. */
  readonly resultCauses: Lookup<readonly IndexedCause[]>;
  /** @internal The wordings of findings by their words: what a text may be speaking of. */
  readonly wordings: WordingIndex;
}

/** A dictionary while it is made. */
export interface DictionaryContent {
  readonly phrases: readonly (readonly [keys: readonly string[], entry: Entry])[];
  readonly concepts: ConceptContent;
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly evidence: WordEvidence;
  readonly spelling: SpellingWords;
  readonly sides: ReadonlyMap<string, Laterality>;
  readonly attributeCues: PhraseTrie<AttributeCue>;
  readonly resultCauses: ReadonlyMap<string, readonly IndexedCause[]>;
  readonly manifestations: readonly Manifestation[];
}

/** Places of the tries. */
const PHRASES = 0;
const CUES = 1;
const CONCEPTS = 2;

const CAPITALS_ONLY = 1;
const AS_WRITTEN = 2;
const LEAVES = 2;

const KNOWN = 1;
const STEM = 2;

/** The numbers that texts and senses have in all parts of one dictionary. */
class Numbers {
  readonly texts = new TextWriter();
  readonly values = new JsonWriter();

  textsOf(texts: Iterable<string>): number[] {
    return Array.from(texts, (text) => this.texts.idOf(text));
  }

  /** The same trie with numbers for values. */
  trie<T>(trie: PhraseTrie<T>, idOf: (value: T) => number): PhraseTrie<number> {
    const numbered = new PhraseTrie<number>();
    for (const [keys, value] of trie.all()) numbered.add(keys, idOf(value));
    return numbered;
  }
}

/**
 * A dictionary as bytes.
 *
 * @returns what {@link openDictionary} reads
 */
export function dictionaryBytes(content: DictionaryContent): Uint8Array {
  const numbers = new Numbers();
  const { texts, values } = numbers;
  const phrases = new PhraseTrie<number>();
  content.phrases.forEach(([keys], index) => phrases.add(keys, index));
  const tries = [
    phrases,
    numbers.trie(content.attributeCues, (cue) => values.idOf(cue)),
    numbers.trie(content.concepts.phrases, (meaning) => values.idOf(meaning)),
  ];
  const parts = {
    ...entryParts(
      content.phrases.map(([, entry]) => entry),
      numbers,
    ),
    ...trieParts('tries', tries, texts),
    ...compositionParts(content.concepts, content.patterns, numbers),
    ...evidenceParts(content.evidence, texts),
    ...manifestationParts(content.manifestations, texts),
    ...mapParts(
      'sides',
      new Map(Array.from(content.sides, ([id, side]) => [texts.idOf(id), texts.idOf(side)])),
    ),
    ...causeParts(content.resultCauses, numbers),
    ...spellingParts(content.spelling, numbers),
    ...wordingParts(content.phrases, texts),
  };
  return writeArchive({ ...parts, ...texts.parts('texts'), ...values.parts('values') });
}

function entryParts(entries: readonly Entry[], { texts, values }: Numbers): Parts {
  const flags = ({ capitalsOnly, asWritten, leaves = 0 }: Entry): number =>
    (capitalsOnly ? CAPITALS_ONLY : 0) | (asWritten ? AS_WRITTEN : 0) | (leaves << LEAVES);
  return {
    'entries.senses': Uint32Array.from(entries, ({ sense }) => values.idOf(sense)),
    'entries.wordings': Uint32Array.from(entries, ({ wording }) => texts.idOf(wording)),
    'entries.flags': Uint8Array.from(entries, flags),
  };
}

/** Causes stand once, however many results they have; JSON knows no maps. */
function causeParts(index: DictionaryContent['resultCauses'], { texts, values }: Numbers): Parts {
  const stored = (cause: ResultCause): StoredCause => ({ ...cause, theta: [...cause.theta] });
  const lists = Array.from(index, ([findingId, causes]) => {
    const list = causes.map(({ cause, isNameOf }): StoredIndexedCause => ({
      cause: values.idOf(stored(cause)),
      isNameOf,
    }));
    return [texts.idOf(findingId), values.idOf(list)] as const;
  });
  return mapParts('causes', new Map(lists));
}

function spellingParts({ known, stems, neighbours }: SpellingWords, numbers: Numbers): Parts {
  const flags = new Map(numbers.textsOf(known).map((id) => [id, KNOWN]));
  for (const id of numbers.textsOf(stems)) flags.set(id, (flags.get(id) ?? 0) | STEM);
  const near = Array.from(
    neighbours,
    ([left, words]) => [numbers.texts.idOf(left), numbers.textsOf(words)] as const,
  );
  return { ...mapParts('spelling', flags), ...listParts('spelling.near', new Map(near)) };
}

interface StoredCause extends Omit<ResultCause, 'theta'> {
  readonly theta: readonly (readonly [string, number | Readonly<Record<string, number>>])[];
}

interface StoredIndexedCause {
  /** Number of the cause. */
  readonly cause: number;
  readonly isNameOf: readonly string[];
}

/** A dictionary as it stands in its bytes; what is asked for is read when it is asked for. */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const archive = new Archive(bytes);
  const texts = new Texts(archive, 'texts');
  const values = new JsonTable<unknown>(archive, 'values');
  const tries = new StoredTries(archive, 'tries', texts);
  const senseAt = (id: number): Sense => values.at(id) as Sense;
  const concepts = storedConcepts(
    archive,
    tries.nodes(CONCEPTS, (id) => values.at(id) as Meaning),
    texts,
    values,
  );
  return {
    phrases: tries.dictionary(PHRASES, entriesOf(archive, texts, senseAt)),
    composition: { concepts, patterns: storedPatterns(archive, texts, values) },
    stretches: new StretchFinder(storedEvidence(archive, texts), (concept) => concepts.above(concept)),
    company: new Company(storedManifestations(archive, texts)),
    spelling: new Spelling(spellingOf(archive, texts)),
    sides: sidesOf(archive, texts),
    attributeCues: tries.dictionary(CUES, (id) => values.at(id) as AttributeCue),
    resultCauses: causesOf(archive, texts, values),
    wordings: storedWordings(archive, texts),
  };
}

function entriesOf(archive: Archive, texts: Texts, senseAt: (id: number) => Sense): (id: number) => Entry {
  const senses = archive.u32('entries.senses');
  const wordings = archive.u32('entries.wordings');
  const flags = archive.u8('entries.flags');
  return (id) => {
    const flag = flags[id] ?? 0;
    const leaves = flag >> LEAVES;
    return {
      sense: senseAt(senses[id] ?? 0),
      capitalsOnly: (flag & CAPITALS_ONLY) !== 0,
      wording: texts.at(wordings[id] ?? 0),
      asWritten: (flag & AS_WRITTEN) !== 0,
      ...(leaves > 0 && { leaves }),
    };
  };
}

function sidesOf(archive: Archive, texts: Texts): Lookup<Laterality> {
  const sides = new Lists(archive, 'sides');
  return new ReadOnce((findingId) => {
    const side = sides.one(texts.idOf(findingId));
    return side === undefined ? undefined : (texts.at(side) as Laterality);
  });
}

function causesOf(archive: Archive, texts: Texts, values: JsonTable<unknown>): Dictionary['resultCauses'] {
  const lists = new Lists(archive, 'causes');
  const read = new Map<number, ResultCause>();
  const causeAt = (id: number): ResultCause => {
    const stored = values.at(id) as StoredCause;
    const cause = read.get(id) ?? { ...stored, theta: new Map(stored.theta) };
    read.set(id, cause);
    return cause;
  };
  return new ReadOnce((findingId) => {
    const list = lists.one(texts.idOf(findingId));
    if (list === undefined) return undefined;
    return (values.at(list) as StoredIndexedCause[]).map(({ cause, isNameOf }) => ({
      cause: causeAt(cause),
      isNameOf,
    }));
  });
}

function spellingOf(archive: Archive, texts: Texts): ConstructorParameters<typeof Spelling>[0] {
  const flags = new Lists(archive, 'spelling');
  const near = new Lists(archive, 'spelling.near');
  const has = (text: string, flag: number): boolean => ((flags.one(texts.idOf(text)) ?? 0) & flag) !== 0;
  return {
    knows: (word) => has(word, KNOWN),
    knowsStem: (stem) => has(stem, STEM),
    near: (left) => textsAt(near.of(texts.idOf(left)), texts),
  };
}

const textsAt = (ids: Uint32Array, texts: Texts): string[] => Array.from(ids, (id) => texts.at(id));
