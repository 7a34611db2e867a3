import { type ChineseWords, chineseWords } from './words';
import { type KindHit } from '../rules/mask-rule';
import { ANNOUNCING_WORDS, LEADING_WORDS, TOPIC_OPENERS } from '../words/chinese-people';
import { GOES_ON, PERSONAL } from './neighbours';
import { WordEndings } from './word-endings';

const ANNOUNCING = new WordEndings(ANNOUNCING_WORDS);
const LEADING = new WordEndings(LEADING_WORDS);
const TOPICS = new WordEndings(TOPIC_OPENERS);
/** What may stand between an announcement and the name: 患者: , 名字是. */
const LINKS = ' :：,是为叫';
const COUNTS = /[\d一二两三四五六七八九十几数每A-Za-z-]/u;

/** A stretch of Chinese characters within its text: who may stand at an offset of it, told by what is before and behind. */
export class ChineseClause {
  private words: ChineseWords | undefined;

  constructor(
    private readonly text: string,
    readonly chars: string,
    private readonly from: number,
  ) {}

  /** The characters from an offset on. */
  slice(at: number, size: number): string {
    return this.chars.slice(at, at + size);
  }

  /** What stands behind, also beyond the clause. */
  after(at: number): string {
    return this.text.slice(this.from + at, this.from + at + 8);
  }

  /** The character right before an offset, also beyond the clause. */
  charBefore(at: number): string {
    return this.text.charAt(this.from + at - 1);
  }

  /** A name between two offsets of the clause. */
  name(start: number, end: number): KindHit {
    return { start: this.from + start, end: this.from + end, kind: 'name' };
  }

  /** Behind a relation, a post or a label. */
  isAnnounced(at: number): boolean {
    const here = this.from + at;
    if (ANNOUNCING.endAt(this.text, here)) return true;
    for (let gap = 1; gap <= 2 && LINKS.includes(this.text.charAt(here - gap) || '-'); gap += 1) {
      if (ANNOUNCING.endAt(this.text, here - gap)) return true;
    }
    return false;
  }

  /** Behind a word that takes a person, or a thing. */
  isLed(at: number): boolean {
    return LEADING.endAt(this.text, this.from + at);
  }

  /** Where a subject stands: it opens the clause, or follows a time, a copula, a person. */
  opensOrLed(at: number): boolean {
    return at === 0 || this.isLed(at) || this.isAnnounced(at) || TOPICS.endAt(this.text, this.from + at);
  }

  /** 孕42周, 3周: weeks. */
  followsNumber(at: number): boolean {
    return COUNTS.test(this.charBefore(at));
  }

  goesOn(at: number): boolean {
    const after = this.after(at);
    return PERSONAL.test(after) || GOES_ON.test(after);
  }

  /** Whether a word of the dictionary begins here, or the clause ends. */
  breaks(at: number): boolean {
    return this.dictionary().breaksAt(at);
  }

  /** How long the word of the dictionary is that begins here. */
  wordLength(at: number): number {
    return this.dictionary().lengthAt(at);
  }

  private dictionary(): ChineseWords {
    this.words ??= chineseWords(this.chars);
    return this.words;
  }
}
