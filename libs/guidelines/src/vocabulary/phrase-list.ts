/** A phrase that was found. */
export interface FoundPhrase {
  /** How many words it has; 0 where none begins here. */
  readonly length: number;
  /** What it stands for, each once, in the order in which it was given. */
  readonly meanings: readonly number[];
}

const NOTHING: FoundPhrase = { length: 0, meanings: [] };

/**
 * Phrases of words, each standing for a number, to find the longest that begins at a place of a text. They lie sorted in
 * arrays of numbers, each before those that begin with it: as a tree of objects they took thirty times the memory.
 */
export class PhraseList {
  private readonly numbers = new Map<string, number>();
  /** Numbers of the words, one phrase after another. */
  private readonly words: Uint32Array;
  /** Where the words of a phrase begin; they end where those of the next begin. */
  private readonly starts: Uint32Array;
  private readonly meanings: Uint32Array;

  /** @param phrases of one word at least; one that comes again stands for all that it was given with. */
  constructor(phrases: Iterable<readonly [words: readonly string[], meaning: number]>) {
    const given = Array.from(phrases, ([words, meaning]) => ({
      words: words.map((word) => this.numberOf(word)),
      meaning,
    }));
    given.sort((one, other) => compare(one.words, other.words));
    this.starts = new Uint32Array(given.length + 1);
    given.forEach(({ words }, at) => (this.starts[at + 1] = (this.starts[at] ?? 0) + words.length));
    this.words = new Uint32Array(this.starts[given.length] ?? 0);
    given.forEach(({ words }, at) => {
      this.words.set(words, this.starts[at]);
    });
    this.meanings = Uint32Array.from(given, ({ meaning }) => meaning);
  }

  /** The longest phrase among the words of a text from a place on. */
  longestAt(words: readonly { readonly key: string }[], place: number): FoundPhrase {
    let [first, end] = [0, this.meanings.length];
    let found: { readonly length: number; readonly phrase: number } | undefined;
    for (let depth = 0; place + depth < words.length; depth += 1) {
      const number = this.numbers.get(words[place + depth]?.key ?? '');
      if (number === undefined) break;
      first = this.firstFrom(number, depth, first, end);
      end = this.firstFrom(number + 1, depth, first, end);
      if (first === end) break;
      if (this.lengthOf(first) === depth + 1) found = { length: depth + 1, phrase: first };
    }
    return found === undefined ? NOTHING : { length: found.length, meanings: this.meaningsOf(found.phrase) };
  }

  /** Of a phrase and of those like it, which stand behind it. */
  private meaningsOf(phrase: number): number[] {
    const [start, length] = [this.starts[phrase] ?? 0, this.lengthOf(phrase)];
    const isSame = (other: number) => {
      const from = this.starts[other] ?? 0;
      return (
        this.lengthOf(other) === length &&
        this.words.subarray(from, from + length).every((word, at) => word === this.words[start + at])
      );
    };
    const meanings = new Set<number>();
    for (let other = phrase; isSame(other); other += 1) meanings.add(this.meanings[other] ?? 0);
    return [...meanings];
  }

  private numberOf(word: string): number {
    const number = this.numbers.get(word) ?? this.numbers.size;
    this.numbers.set(word, number);
    return number;
  }

  private lengthOf(phrase: number): number {
    return (this.starts[phrase + 1] ?? 0) - (this.starts[phrase] ?? 0);
  }

  /** Among phrases that begin alike the first whose word at `depth` has this number or a higher one. */
  private firstFrom(number: number, depth: number, from: number, until: number): number {
    let [low, high] = [from, until];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const reaches =
        this.lengthOf(middle) > depth && (this.words[(this.starts[middle] ?? 0) + depth] ?? 0) >= number;
      if (reaches) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** By the numbers of their words; of two that begin alike the shorter one first. */
function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, place) => number !== other[place]);
  if (at < 0) return one.length - other.length;
  return (one[at] ?? 0) - (other[at] ?? -1);
}
