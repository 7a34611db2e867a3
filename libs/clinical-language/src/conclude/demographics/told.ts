import { ageInYears } from '@openrounds/contracts';
import { gather } from '../../normalise/lists-by-key';
import { isOther, type Mention, type People, type Telling } from '../../recognise/people';
import {
  classOf,
  phraseAt,
  type Phrases,
  type Piece,
  type StatementRow,
  STATEMENTS,
} from '../../recognise/person-lexicon';
import { type Reading } from '../../segment/reading';
import { type Sentence } from '../../segment/sentences';
import { matcherOf, patternOf } from './patterns';
import { type Age, Captures } from './quantities';

/** A pattern of the lexicon found in a sentence; positions of pieces, end exclusive. */
export interface Statement {
  readonly row: StatementRow;
  readonly from: number;
  readonly to: number;
  readonly age?: Age;
  readonly ageAt: number;
  readonly ageTo: number;
}

/** By what a number is taken for an age: a unit that only ages have, another unit, a decade, none, an ordinal, or the words of a row. */
type Telltale = 'sure' | 'unit' | 'decade' | 'bare' | 'nth' | 'words';

/** An age, or a number that may be one; positions of pieces, end exclusive. */
export interface NamedAge {
  readonly age: Age;
  readonly at: number;
  readonly to: number;
  readonly by: Telltale;
  /** Its words tell no exact age. */
  readonly roughly?: true;
}

/** Somebody whom a sentence names. */
export interface Somebody extends Mention {
  /** Is not the patient, as far as the words around tell. */
  readonly isOther: boolean;
}

/** A sentence that may tell of the patient. */
export interface Told {
  readonly index: number;
  readonly pieces: readonly Piece[];
  readonly section: Sentence['section'];
  /** Stands where a text introduces its patient. */
  readonly isOpening: boolean;
  readonly people: readonly Somebody[];
  /** What rows of the lexicon find, but for ages. */
  readonly statements: readonly Statement[];
  /** In the order of the text. */
  readonly ages: readonly NamedAge[];
}

/** An age, with its sentence. */
export interface ToldAge {
  readonly told: Told;
  readonly one: NamedAge;
}

/** So many words behind a number somebody still stands beside it. */
export const REACH = 5;

/** What a text may tell of its patient, sentence by sentence. */
export interface ToldOfPatient {
  readonly telling: Telling;
  readonly sentences: readonly Told[];
  /** Everybody whom the text names, in its order. */
  readonly people: readonly Somebody[];
  /** The first ages of the text: an age that stands behind so many numbers is hardly that of the patient. */
  readonly ages: readonly ToldAge[];
}

const matchesAt = matcherOf(STATEMENTS.flatMap((row) => row.patterns.map((each) => patternOf(row, each))));

/** The age that a row makes of the number that it captured. */
function statedAge(row: StatementRow, read: Age | undefined): Age | undefined {
  if (row.age !== undefined) return row.age;
  return read && { value: read.value * (row.times ?? 1) + (row.plus ?? 0), unit: row.unit ?? read.unit };
}

function statementsIn(captures: Captures): Statement[] {
  const found = new Map<string, Statement>();
  for (let from = 0; from < captures.pieces.length; from += 1) {
    matchesAt(captures, from, ({ row }, { to, age: read, ageAt = from, ageTo = to }) => {
      const age = statedAge(row, read);
      found.set([row.example, from, to, ageAt].join(' '), {
        row,
        from,
        to,
        ageAt,
        ageTo,
        ...(age && { age }),
      });
    });
  }
  return withoutParts([...found.values()]);
}

/** No statement is longer than so many pieces. */
const LONGEST = 24;

/** "Pregnant" in "never been pregnant" says nothing of its own. `all` stand in the order of the text. */
function withoutParts(all: readonly Statement[]): Statement[] {
  let first = 0;
  return all.filter(({ from, to }) => {
    while ((all[first]?.from ?? from) < from - LONGEST) first += 1;
    for (let place = first; (all[place]?.from ?? Infinity) <= from; place += 1) {
      const other = all[place];
      if (other !== undefined && other.to >= to && other.to - other.from > to - from) return false;
    }
    return true;
  });
}

const saysAge = ({ row }: Statement): boolean => row.says === 'age';

/** By what a number is read as an age, the surest first. */
const READ_BY = [
  ['sure', 'sure'],
  ['unit', 'age'],
  ['decade', 'decade'],
  ['bare', 'years'],
  ['nth', 'nth'],
] as const;

/** "24M", "6 M": a letter may be a unit, or not. */
const MAY_BE_UNIT = /^[a-z]$/u;

const [FAR, CORRECTS] = ['goes-far', 'corrects'].map(classOf) as [Phrases<string>, Phrases<string>];

/** "Mobilised 20 m": so many words before a distance one goes. */
const BEFORE_DISTANCE = 4;
/** So many words stand before and behind a word of correction. */
const BEFORE_CORRECTION = 5;
const BEHIND_CORRECTION = 3;

/** Where the first phrase of a class stands that begins between two places. */
function placeOf(
  phrases: Phrases<string>,
  pieces: readonly Piece[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const found = phraseAt(phrases, pieces, at);
    if (found !== undefined) return { from: at, to: found.to };
  }
  return undefined;
}

/** "Walks 15 m": metres are no months, and the letter calls no man. */
const isDistance = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at + 1]?.text === 'm' && placeOf(FAR, pieces, at - BEFORE_DISTANCE, at) !== undefined;

/** "28w4d by LMP": where weeks end that only a pregnancy is told in. */
function weeksEnd(captures: Captures, at: number): number | undefined {
  const { pieces } = captures;
  const read =
    pieces[at + 1]?.text === 'w' && pieces[at + 1]?.glued === true ? captures.at('dated', at) : undefined;
  return read?.to;
}

/** Numbers that may be an age, each as all that it may be: of "two and a half years" the two is none. */
function* numbersIn(captures: Captures): Generator<NamedAge> {
  let end = 0;
  for (let at = 0; at < captures.pieces.length; at += 1) {
    if (at < end || !captures.opensNumber(at) || isDistance(captures.pieces, at)) continue;
    const weeks = weeksEnd(captures, at);
    if (weeks !== undefined) {
      end = weeks;
      continue;
    }
    for (const [by, capture] of READ_BY) {
      const read = captures.at(capture, at);
      if (read === undefined) continue;
      yield { age: read.value, at, to: read.to, by };
      end = Math.max(end, read.to);
      if (!MAY_BE_UNIT.test(captures.pieces[read.to - 1]?.text ?? '')) break;
    }
  }
}

/** Every age that may stand in a sentence, each once, in order. */
function agesIn(captures: Captures, statements: readonly Statement[]): NamedAge[] {
  const found = new Map<string, NamedAge>();
  const add = (one: NamedAge): void => {
    const key = `${String(one.at)} ${String(ageInYears(one.age))}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const one of numbersIn(captures)) add(one);
  for (const { age, ageAt, ageTo, row } of statements.filter(saysAge))
    if (age !== undefined)
      add({ age, at: ageAt, to: ageTo, by: 'words', ...(row.roughly && { roughly: true }) });
  const ages = [...found.values()].sort((one, other) => one.at - other.at);
  return ages.filter((one) => !isCorrected(captures.pieces, one, ages));
}

/** "A sixty-two, *correction*, sixty-four year old": what was said before was wrong. */
function isCorrected(pieces: readonly Piece[], { at, to }: NamedAge, ages: readonly NamedAge[]): boolean {
  const next = ages.find((other) => other.at > at && other.at >= to);
  if (next === undefined) return false;
  const corrects = placeOf(CORRECTS, pieces, to, Math.min(next.at, to + BEFORE_CORRECTION));
  return corrects !== undefined && next.at - corrects.to <= BEHIND_CORRECTION;
}

const MOST_AGES = 100;
const OPENING_SENTENCES = 2;
const OPENING_PIECES = 60;

/** Gathers what may be told of the patient, wherever a text does not speak of the family. */
export function toldOfPatient(
  { sentences }: Pick<Reading, 'sentences'>,
  { named, telling }: People,
): ToldOfPatient {
  let before = 0;
  const outside = sentences.filter(({ section }) => section !== 'family');
  const told = outside.map((sentence, index): Told => {
    const { pieces, people } = named.get(sentence) ?? { pieces: [], people: [] };
    const isOpening = index < OPENING_SENTENCES && before < OPENING_PIECES;
    before += pieces.length;
    const captures = new Captures(pieces);
    const statements = statementsIn(captures);
    return {
      index,
      pieces,
      section: sentence.section,
      isOpening,
      people: people.map((one) => ({ ...one, isOther: isOther(pieces, one, telling) })),
      statements: statements.filter((one) => !saysAge(one)),
      ages: agesIn(captures, statements),
    };
  });
  const ages = gather(told, (sentence) => sentence.ages.map((one) => ({ told: sentence, one })));
  return {
    telling,
    sentences: told,
    people: gather(told, ({ people }) => people),
    ages: ages.slice(0, MOST_AGES),
  };
}
