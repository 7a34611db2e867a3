import { Clues, hashOf } from '@openrounds/classifier';
import { type Token } from '../model/token';
import { kindsAt } from './chinese-characters';
import { classOfName } from './english-classes';
import { isEnglishWord } from './english-words';
import { type Passage } from './passage';

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
  private readonly clues = new Clues(MOST_CLUES);

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
    const { word, shape, listed, clues } = this;
    const here = at + REACH;
    const w = (by: number): number => word[here + by] ?? NOTHING;
    const s = (by: number): number => shape[here + by] ?? NOTHING;
    const l = (by: number): number => listed[here + by] ?? NOTHING;
    clues.clear();
    clues.one(w(0));
    clues.one(s(0));
    clues.one(l(0));
    clues.three(s(-1), s(0), l(0));
    clues.three(s(0), l(0), s(1));
    for (let by = 1; by <= REACH; by += 1) {
      clues.one(w(-by));
      clues.one(w(by));
    }
    for (let by = 1; by < REACH; by += 1) {
      clues.one(s(-by));
      clues.one(s(by));
    }
    for (let by = 1; by < REACH - 1; by += 1) {
      clues.one(l(-by));
      clues.one(l(by));
    }
    clues.two(w(-2), w(-1));
    clues.two(w(1), w(2));
    clues.two(w(-1), w(0));
    clues.two(w(0), w(1));
    clues.three(s(-1), s(0), s(1));
    clues.five(s(-2), s(-1), s(0), s(1), s(2));
    clues.three(w(-1), s(0), w(1));
    clues.two(w(-1), l(0));
    clues.two(l(0), w(1));
    clues.three(w(-3), w(-2), w(-1));
    clues.three(w(1), w(2), w(3));
    clues.two(w(-1), w(1));
    clues.three(l(-1), l(0), l(1));
    clues.three(l(0), w(-2), w(-1));
    const written = this.written[at] ?? '';
    if (this.isHan[at] === 1) {
      clues.three(w(-1), w(0), w(1));
      clues.three(w(-2), w(-1), w(0));
      clues.three(w(0), w(1), w(2));
      clues.four(w(-3), w(-2), w(-1), w(0));
    } else {
      clues.one(hashOf(written, 0, Math.min(HEAD, written.length)));
      clues.one(hashOf(written, Math.max(0, written.length - TAIL)));
      clues.one(hashOf(written, Math.max(0, written.length - LONG_TAIL)));
    }
    return clues.all;
  }
}
