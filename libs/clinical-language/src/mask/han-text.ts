import { type Target } from './mask-lexicon';
import { type Passage } from './passage';

/** The dictionary of the runtime (ICU), which knows some hundred thousand Chinese words and hardly any name. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** A clause is seldom longer; the segmenter is slow on what is. */
const LONGEST = 100;
const STRETCH = /[\p{Script=Han}·•]{1,400}/gu;

/** A stretch of Chinese characters, by offsets of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The Chinese of a passage: where words begin, and what the cues at an offset speak for. */
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
    for (const stretch of this.stretches) this.segment(stretch);
  }

  private segment({ start, end }: Stretch): void {
    for (let at = start; at < end; at += LONGEST)
      for (const { segment, index } of SEGMENTER.segment(this.text.slice(at, Math.min(end, at + LONGEST))))
        this.lengths[at + index] = segment.length;
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

/** Words by their first character, for the longest that begins at an offset. */
export class WordIndex {
  private readonly byFirst = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const first = word.charAt(0);
      const others = this.byFirst.get(first);
      if (others === undefined) this.byFirst.set(first, [word]);
      else others.push(word);
    }
    for (const others of this.byFirst.values()) others.sort((a, b) => b.length - a.length);
  }

  /** How long the longest word is that begins here; 0 if none does. */
  lengthAt(text: string, at: number, end = text.length): number {
    const words = this.byFirst.get(text.charAt(at));
    if (words === undefined) return 0;
    for (const word of words) if (at + word.length <= end && text.startsWith(word, at)) return word.length;
    return 0;
  }
}
