import { type Localised, type PassageLanguage } from '../passage';
import { stem } from '../tokenise/english';

/** A disease or finding with the words for it. */
export interface NamedConcept {
  readonly id: string;
  readonly kind: 'disease' | 'finding';
  readonly name: Localised;
  readonly synonyms?: { readonly [language in PassageLanguage]?: readonly string[] | undefined } | undefined;
}

/** A stretch of a text: a name and all that it may mean, or what stands between names. */
export interface Stretch {
  readonly text: string;
  /** None where the stretch is no name. */
  readonly concepts: readonly NamedConcept[];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly concepts: NamedConcept[];
}

const node = (): Node => ({ next: new Map(), concepts: [] });

/** A Chinese character, or a word of any other script. */
const ELEMENT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

interface Element {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A character as it is, a word as the index has it. Stop words count: "no children" is not named by "children". */
function elementsOf(text: string): Element[] {
  return Array.from(text.matchAll(ELEMENT), ({ 0: element, index }) => {
    const word = element.toLowerCase();
    return { key: stem(word) ?? word, start: index, end: index + element.length };
  });
}

/** A single Chinese character names nothing: it stands in too many other words. */
const isName = (elements: readonly Element[]): boolean =>
  elements.length > 1 || (elements[0] !== undefined && elements[0].key.length > 1);

/**
 * The names of diseases and findings in both languages, to cut texts by: at each place the longest name is taken.
 * Words are compared as the index compares them, so that spelling and plural do not matter.
 */
export class NameDictionary {
  private readonly root = node();

  constructor(concepts: readonly NamedConcept[]) {
    for (const concept of concepts) {
      const { name, synonyms } = concept;
      for (const word of [name.en, name.zh, ...(synonyms?.en ?? []), ...(synonyms?.zh ?? [])]) {
        if (word !== undefined) this.add(word, concept);
      }
    }
  }

  private add(name: string, concept: NamedConcept): void {
    const elements = elementsOf(name.normalize('NFKC'));
    if (!isName(elements)) return;
    let at = this.root;
    for (const { key } of elements) {
      const next = at.next.get(key) ?? node();
      at.next.set(key, next);
      at = next;
    }
    if (!at.concepts.includes(concept)) at.concepts.push(concept);
  }

  /** The text cut into names and what stands between them, in its order. */
  cut(text: string): Stretch[] {
    const normal = text.normalize('NFKC');
    const elements = elementsOf(normal);
    const stretches: Stretch[] = [];
    let end = 0;
    for (let i = 0; i < elements.length; i++) {
      const { length, concepts } = this.longestAt(elements, i);
      const [first, last] = [elements[i], elements[i + length - 1]];
      if (length === 0 || first === undefined || last === undefined) continue;
      if (first.start > end) stretches.push({ text: normal.slice(end, first.start), concepts: [] });
      stretches.push({ text: normal.slice(first.start, last.end), concepts });
      end = last.end;
      i += length - 1;
    }
    if (end < normal.length) stretches.push({ text: normal.slice(end), concepts: [] });
    return stretches;
  }

  private longestAt(elements: readonly Element[], from: number): Pick<Node, 'concepts'> & { length: number } {
    let at: Node | undefined = this.root;
    let longest: Pick<Node, 'concepts'> & { length: number } = { length: 0, concepts: [] };
    for (let i = from; at !== undefined && i < elements.length; i++) {
      at = at.next.get(elements[i]?.key ?? '');
      if (at !== undefined && at.concepts.length > 0)
        longest = { length: i - from + 1, concepts: at.concepts };
    }
    return longest;
  }
}
