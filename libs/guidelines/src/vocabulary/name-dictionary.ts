import { type Localised, type PassageLanguage } from '../passage';
import { stem } from '../tokenise/english';
import { PhraseList } from './phrase-list';

/** What a name may stand for. */
export interface Concept {
  readonly id: string;
  readonly kind: 'disease' | 'finding';
}

/** A disease or finding with the words for it. */
export interface NamedConcept extends Concept {
  readonly name: Localised;
  readonly synonyms?: { readonly [language in PassageLanguage]?: readonly string[] | undefined } | undefined;
}

/** A stretch of a text: a name and all that it may mean, or what stands between names. */
export interface Stretch {
  readonly text: string;
  /** None where the stretch is no name. */
  readonly concepts: readonly Concept[];
}

/** A Chinese character, or a word of any other script. */
const ELEMENT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

interface Element {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A word as the index has it. Stop words count: "no children" is not named by "children". */
function keyOf(element: string): string {
  const word = element.toLowerCase();
  return stem(word) ?? word;
}

function elementsOf(text: string): Element[] {
  return Array.from(text.matchAll(ELEMENT), ({ 0: element, index }) => ({
    key: keyOf(element),
    start: index,
    end: index + element.length,
  }));
}

/** A single Chinese character names nothing: it stands in too many other words. */
const isName = (keys: readonly string[]): boolean => keys.length > 1 || (keys[0] ?? '').length > 1;

/** The names of concepts in both languages, as words, each with the place of its concept. */
function* namesOf(concepts: readonly NamedConcept[]): Generator<readonly [string[], number]> {
  // a hundred thousand names are made of some thousand words
  const known = new Map<string, string>();
  const knownKeyOf = (element: string): string => {
    const key = known.get(element) ?? keyOf(element);
    known.set(element, key);
    return key;
  };
  for (const [place, { name, synonyms }] of concepts.entries())
    for (const word of [name.en, name.zh, ...(synonyms?.en ?? []), ...(synonyms?.zh ?? [])]) {
      const keys = word?.normalize('NFKC').match(ELEMENT)?.map(knownKeyOf) ?? [];
      if (isName(keys)) yield [keys, place];
    }
}

/**
 * The names of diseases and findings in both languages, to cut texts by: at each place the longest name is taken.
 * Words are compared as the index compares them, so that spelling and plural do not matter.
 */
export class NameDictionary {
  private readonly phrases: PhraseList;
  /** Without their names, which the phrases hold. */
  private readonly concepts: readonly Concept[];

  constructor(concepts: readonly NamedConcept[]) {
    this.concepts = concepts.map(({ id, kind }) => ({ id, kind }));
    this.phrases = new PhraseList(namesOf(concepts));
  }

  /** The text cut into names and what stands between them, in its order. */
  cut(text: string): Stretch[] {
    const normal = text.normalize('NFKC');
    const elements = elementsOf(normal);
    const stretches: Stretch[] = [];
    let end = 0;
    for (let i = 0; i < elements.length; i++) {
      const { length, meanings } = this.phrases.longestAt(elements, i);
      const [first, last] = [elements[i], elements[i + length - 1]];
      if (length === 0 || first === undefined || last === undefined) continue;
      if (first.start > end) stretches.push({ text: normal.slice(end, first.start), concepts: [] });
      const concepts = meanings.flatMap((place) => this.concepts[place] ?? []);
      stretches.push({ text: normal.slice(first.start, last.end), concepts });
      end = last.end;
      i += length - 1;
    }
    if (end < normal.length) stretches.push({ text: normal.slice(end), concepts: [] });
    return stretches;
  }
}
