import { comparable } from '../answers/names';

const CHINESE = /\p{Script=Han}/u;
/** Abbreviations stand in capitals; "as" is no ankylosing spondylitis. */
const LONGEST_ABBREVIATION = 4;

/** Finds names of diseases in sentences: names and synonyms of a knowledge base, in both languages. */
export class DiseaseNames {
  /** By their first characters. */
  private readonly byStart = new Map<string, string[]>();
  private readonly abbreviations = new Set<string>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name.normalize('NFKC').trim());
  }

  /** The names that a text says, comparable, the longest at each place. */
  in(text: string): string[] {
    const clean = text.normalize('NFKC');
    const said = comparable(clean);
    const found = [...clean.matchAll(/[\p{Lu}\d]{2,4}(?![\p{L}\d])/gu)].flatMap(([word]) =>
      this.abbreviations.has(word) ? [comparable(word)] : [],
    );
    for (const [place, start] of startsIn(said)) {
      const longest = (this.byStart.get(start) ?? []).find((name) => isAt(said, name, place));
      if (longest !== undefined) found.push(longest);
    }
    return found;
  }

  private add(name: string): void {
    if (name.length <= LONGEST_ABBREVIATION && name === name.toUpperCase() && !CHINESE.test(name)) {
      this.abbreviations.add(name);
      return;
    }
    const key = comparable(name);
    const start = startOf(key);
    if (start === '') return;
    const names = [...(this.byStart.get(start) ?? []), key].sort((a, b) => b.length - a.length);
    this.byStart.set(start, names);
  }
}

const startOf = (name: string): string => name.slice(0, CHINESE.test(name.slice(0, 1)) ? 2 : 3);

function* startsIn(text: string): Generator<[place: number, start: string]> {
  for (const match of text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    yield [match.index, startOf(text.slice(match.index))];
  }
}

/** A name in letters ends where a word ends; a plural is the same name. */
function isAt(text: string, name: string, place: number): boolean {
  if (!text.startsWith(name, place)) return false;
  return CHINESE.test(name) || /^(?:s|es)?(?![\p{L}\p{N}])/u.test(text.slice(place + name.length));
}
