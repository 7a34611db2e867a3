import { SPELLING } from './spelling-lexicon';
import { stem } from './stem';
import { type Token, tokenOf } from '../model/token';

/** A slip in a shorter word too often makes another word of it. */
const MIN_LENGTH = 8;
/** Words from this length on are recognised with two slips. */
const LONG = 10;
/** No word of medicine is longer; a longer run of letters is no slip of one, and looking for it would cost its square. */
const MAX_LENGTH = 40;

const CLINICAL = SPELLING['clinical-parts'];
const isClinical = (word: string): boolean => CLINICAL.some((part) => word.includes(part));

/** Everything that a word becomes when one of its letters is left out. */
function* withoutOneLetter(word: string): Generator<string> {
  for (let index = 0; index < word.length; index += 1) yield word.slice(0, index) + word.slice(index + 1);
}

/**
 * Damerau's distance (optimal string alignment): letters left out, added, changed or swapped with their neighbour;
 * stops counting above `limit`.
 */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** The words of a vocabulary as {@link Spelling} looks them up. */
export interface SpellingIndex {
  /** Whether it is a word of the vocabulary, as written in lower case. */
  knows(word: string): boolean;
  /** Whether a word of the vocabulary has this stem: another form of a known word is no slip. */
  knowsStem(stem: string): boolean;
  /** The words to correct to that are this without one letter more, or this itself; in the order of the vocabulary. */
  near(left: string): Iterable<string>;
}

/** The words of a vocabulary, sorted for {@link SpellingIndex}. */
export interface SpellingWords {
  readonly known: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Words by what is left of them without one letter, and by themselves (Mor and Fraenkel's deletion neighbourhood). */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

/** @param words as written, in lower case */
export function spellingWords(words: Iterable<string>): SpellingWords {
  const known = new Set(words);
  const neighbours = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < MIN_LENGTH || !isClinical(word)) continue;
    for (const left of new Set([word, ...withoutOneLetter(word)])) {
      const list = neighbours.get(left);
      if (list === undefined) neighbours.set(left, [word]);
      else list.push(word);
    }
  }
  return { known, stems: new Set(Array.from(known, stem)), neighbours };
}

/** The long words of a vocabulary, found again in spite of slips of the pen. */
export class Spelling {
  constructor(private readonly index: SpellingIndex) {}

  /**
   * The word that was meant: the only nearest one with the same first letter, one slip away, or two for long words. A
   * known word is always meant as it stands.
   */
  meant(written: string): string | undefined {
    if (written.length < MIN_LENGTH || written.length > MAX_LENGTH) return undefined;
    if (this.index.knows(written)) return undefined;
    if (this.index.knowsStem(stem(written))) return undefined;
    const limit = written.length >= LONG ? 2 : 1;
    let nearest: string[] = [];
    let fewest = limit + 1;
    for (const left of new Set([written, ...withoutOneLetter(written)])) {
      for (const word of this.index.near(left)) {
        if (word[0] !== written[0] || nearest.includes(word)) continue;
        const count = slips(written, word, limit);
        if (count > limit || count > fewest) continue;
        nearest = count < fewest ? [word] : [...nearest, word];
        fewest = count;
      }
    }
    const keys = new Set(nearest.map(stem));
    return keys.size === 1 ? nearest[0] : undefined;
  }
}

/** Tokens whose misspelt words are looked up as the words that were meant; text and places stay as written. */
export function respell(tokens: readonly Token[], spelling: Spelling): Token[] {
  const seen = new Map<string, string>();
  return tokens.map((token) => {
    if (token.kind !== 'word' || token.text.length < MIN_LENGTH) return token;
    let key = seen.get(token.text);
    if (key === undefined) {
      const meant = spelling.meant(token.text);
      key = meant === undefined ? token.key : stem(meant);
      seen.set(token.text, key);
    }
    return key === token.key ? token : tokenOf({ ...token, key });
  });
}
