import { cutTogether, endsOfWords } from '../recognise/han-words';
import { type Target } from './mask-lexicon';
import { type Passage } from './passage';

const STRETCH = /[\p{Script=Han}·•]{1,400}/gu;

/** A stretch of Chinese characters, by offsets of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The Chinese of a passage: where words of the general dictionary begin, which knows hardly any name, and what the cues at an offset speak for. */
export class HanText {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  private readonly lengths: Uint8Array;
  private readonly tokenAt: Int32Array;

  constructor(private readonly passage: Passage) {
    const { text, tokens } = passage;
    this.text = text;
    this.lengths = new Uint8Array(text.length + 1);
    this.tokenAt = new Int32Array(text.length + 1).fill(tokens.length);
    let from = 0;
    tokens.forEach(({ end }, index) => {
      this.tokenAt.fill(index, from, end);
      from = end;
    });
    this.stretches = Array.from(text.matchAll(STRETCH), ({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    }));
    cutTogether(this.stretches.map(({ start, end }) => text.slice(start, end)));
    for (const stretch of this.stretches) this.segment(stretch);
  }

  private segment({ start, end }: Stretch): void {
    let from = 0;
    for (const to of endsOfWords(this.text.slice(start, end))) {
      this.lengths[start + from] = to - from;
      from = to;
    }
  }

  /** How long the word of the dictionary is that begins here; 0 inside one. */
  wordLength(at: number): number {
    return this.lengths[at] ?? 0;
  }

  /** Whether a word begins here, or the stretch ends. */
  breaks(at: number): boolean {
    return this.wordLength(at) > 0 || !this.isHan(at);
  }

  isHan(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return (code >= 0x4e00 && code <= 0x9fff) || code === 0xb7;
  }

  /** Where the word begins that ends before an offset. */
  wordBefore(at: number): number {
    let start = at - 1;
    while (start > 0 && this.wordLength(start) === 0 && this.isHan(start - 1)) start -= 1;
    return start;
  }

  before(target: Target, at: number): number {
    return this.passage.before[target][this.tokenAt[at] ?? 0] ?? 0;
  }

  after(target: Target, at: number): number {
    return this.passage.after[target][this.tokenAt[at] ?? 0] ?? 0;
  }
}

/** Words by their first two characters, for the longest that begins at an offset; asked at every character of a text. */
export class WordIndex {
  private readonly opening = new Uint8Array(0x10000);
  private readonly single = new Set<number>();
  private readonly byPair = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      const code = word.charCodeAt(0);
      this.opening[code] = 1;
      if (word.length === 1) this.single.add(code);
      else this.byPair.set(pairAt(word, 0), [...(this.byPair.get(pairAt(word, 0)) ?? []), word]);
    }
  }

  /** How long the longest word is that begins here; 0 if none does. */
  lengthAt(text: string, at: number, end = text.length): number {
    if (at >= end || this.opening[text.charCodeAt(at)] !== 1) return 0;
    const words = this.byPair.get(pairAt(text, at));
    if (words !== undefined)
      for (const word of words) if (at + word.length <= end && text.startsWith(word, at)) return word.length;
    return this.single.has(text.charCodeAt(at)) ? 1 : 0;
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
