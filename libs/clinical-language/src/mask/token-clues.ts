import { type Token } from '../model/token';
import { kindsAt } from './chinese-characters';
import { classOfName } from './english-classes';
import { isEnglishWord } from './english-words';
import { type Passage } from './passage';

/** Hashes by Fowler, Noll and Vo (FNV-1a), in 32 bits, and what mixes their last bits. */
const BASIS = 2_166_136_261;
const PRIME = 16_777_619;
const SPREAD = 2_246_822_519;
const [FIRST_SHIFT, SECOND_SHIFT] = [15, 13];

const folded = (hash: number, more: number): number => Math.imul(hash ^ more, PRIME);

function hashOf(text: string, from = 0, to = text.length): number {
  let hash = BASIS;
  for (let at = from; at < to; at += 1) hash = folded(hash, text.charCodeAt(at));
  return hash;
}

function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> FIRST_SHIFT), SPREAD);
  return (first ^ (first >>> SECOND_SHIFT)) >>> 0;
}

/** So many tokens before and behind one are looked at. */
const REACH = 4;
/** Numbers of more digits look alike. */
const LONGEST_NUMBER = 7;
/** So do words in capitals of more letters. */
const LONGEST_CAPITALS = 4;
/** There is room for so many clues of one token. */
const MOST_CLUES = 64;
/** What English words begin and end with. */
const [HEAD, TAIL, LONG_TAIL] = [3, 3, 4];

const IS_WORD = /[\p{L}\p{N}]/u;
const OPENS_WITH_LETTER = /^\p{L}/u;
const IS_CAPITALS = /^\p{Lu}{2,}$/u;
const IS_CAPITAL = /^\p{Lu}/u;
const IS_SMALL = /^\p{Ll}/u;
const IS_HAN = /\p{Script=Han}/u;
const IS_NUMBER = /^\d/u;

const HAN_SHAPE = '文';

/** How a token is written. */
function shapeOf(written: string, { kind }: Token): string {
  if (kind === 'number' || IS_NUMBER.test(written)) return `#${Math.min(LONGEST_NUMBER, written.length)}`;
  if (IS_CAPITALS.test(written)) return `A${Math.min(LONGEST_CAPITALS, written.length)}`;
  if (IS_CAPITAL.test(written)) return 'Aa';
  if (IS_SMALL.test(written)) return 'a';
  return IS_HAN.test(written) ? HAN_SHAPE : written;
}

/** What the lists of the lexicon have of a token: a word of English or none, a name of which kind; what a character may be in a name. */
function listedAs(written: string, shape: string, { text }: Passage, start: number): string {
  if (shape === HAN_SHAPE) return `${HAN_SHAPE}${kindsAt(text, start)}`;
  if (!OPENS_WITH_LETTER.test(written)) return shape;
  const isWord = isEnglishWord(written.toLowerCase());
  return `${isWord ? 'w' : 'n'}${shape.startsWith('A') ? classOfName(written) : ''}`;
}

/** What stands before a text and behind it. */
const NOTHING = 1;

/** The looks of all tokens of a text as hashes, each read once. */
export class TokenClues {
  private readonly word: Int32Array;
  private readonly shape: Int32Array;
  private readonly listed: Int32Array;
  private readonly written: readonly string[];
  private readonly isHan: Uint8Array;
  /** Room for what is known of one token. */
  private readonly clues = new Uint32Array(MOST_CLUES);
  /** How many clues there are yet: the same word tells another thing in another place. */
  private count = 0;

  constructor(passage: Passage) {
    const { tokens } = passage;
    const size = tokens.length + 2 * REACH;
    [this.word, this.shape, this.listed] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    for (const column of [this.word, this.shape, this.listed]) column.fill(NOTHING);
    this.isHan = new Uint8Array(tokens.length);
    this.written = tokens.map((token, at) => {
      const written = passage.written(at);
      const shape = shapeOf(written, token);
      const lower = written.toLowerCase();
      if (shape === HAN_SHAPE) this.isHan[at] = 1;
      this.word[at + REACH] = hashOf(lower);
      this.shape[at + REACH] = hashOf(shape);
      this.listed[at + REACH] = hashOf(listedAs(written, shape, passage, token.start));
      return IS_WORD.test(written) ? lower : '';
    });
  }

  /** Marks and line ends are nobody's name. */
  isWord(at: number): boolean {
    return this.written[at] !== undefined && this.written[at] !== '';
  }

  /** What is known of a token, as numbers of 32 bits; the list is used again for the next one. */
  of(at: number): Uint32Array {
    const { word, shape, listed } = this;
    const here = at + REACH;
    const w = (by: number): number => word[here + by] ?? NOTHING;
    const s = (by: number): number => shape[here + by] ?? NOTHING;
    const l = (by: number): number => listed[here + by] ?? NOTHING;
    this.count = 0;
    this.one(w(0));
    this.one(s(0));
    this.one(l(0));
    this.three(s(-1), s(0), l(0));
    this.three(s(0), l(0), s(1));
    for (let by = 1; by <= REACH; by += 1) {
      this.one(w(-by));
      this.one(w(by));
    }
    for (let by = 1; by < REACH; by += 1) {
      this.one(s(-by));
      this.one(s(by));
    }
    for (let by = 1; by < REACH - 1; by += 1) {
      this.one(l(-by));
      this.one(l(by));
    }
    this.two(w(-2), w(-1));
    this.two(w(1), w(2));
    this.two(w(-1), w(0));
    this.two(w(0), w(1));
    this.three(s(-1), s(0), s(1));
    this.five(s(-2), s(-1), s(0), s(1), s(2));
    this.three(w(-1), s(0), w(1));
    this.two(w(-1), l(0));
    this.two(l(0), w(1));
    this.three(w(-3), w(-2), w(-1));
    this.three(w(1), w(2), w(3));
    this.two(w(-1), w(1));
    this.three(l(-1), l(0), l(1));
    this.three(l(0), w(-2), w(-1));
    const written = this.written[at] ?? '';
    if (this.isHan[at] === 1) {
      this.three(w(-1), w(0), w(1));
      this.three(w(-2), w(-1), w(0));
      this.three(w(0), w(1), w(2));
      this.add(folded(folded(folded(folded(this.seed(), w(-3)), w(-2)), w(-1)), w(0)));
    } else {
      this.one(hashOf(written, 0, Math.min(HEAD, written.length)));
      this.one(hashOf(written, Math.max(0, written.length - TAIL)));
      this.one(hashOf(written, Math.max(0, written.length - LONG_TAIL)));
    }
    return this.clues.subarray(0, this.count);
  }

  private seed(): number {
    return folded(BASIS, this.count);
  }

  private one(first: number): void {
    this.add(folded(this.seed(), first));
  }

  private two(first: number, second: number): void {
    this.add(folded(folded(this.seed(), first), second));
  }

  private three(first: number, second: number, third: number): void {
    this.add(folded(folded(folded(this.seed(), first), second), third));
  }

  private five(first: number, second: number, third: number, fourth: number, fifth: number): void {
    this.add(folded(folded(folded(folded(folded(this.seed(), first), second), third), fourth), fifth));
  }

  private add(hash: number): void {
    this.clues[this.count] = spread(hash);
    this.count += 1;
  }
}
