import { Clues, hashOf } from '@openrounds/classifier';
import { type Token } from '../model/token';

/** So many words before a gap and behind it are looked at. */
const REACH = 4;
/** There is room for so many clues of one gap. */
const MOST_CLUES = 16;
/** Numbers of more digits look alike. */
const LONGEST_NUMBER = 4;
/** What stands before a text and behind it. */
const NOTHING = 1;

const looksOf = ({ kind, text }: Token): string =>
  kind === 'number' ? `#${Math.min(LONGEST_NUMBER, text.length)}` : text;

/** What the words around each gap of a text are, as hashes. */
export class GapClues {
  private readonly looks: Int32Array;
  private readonly clues = new Clues(MOST_CLUES);

  constructor(words: readonly Token[]) {
    this.looks = new Int32Array(words.length + 2 * REACH).fill(NOTHING);
    words.forEach((word, at) => (this.looks[at + REACH] = hashOf(looksOf(word))));
  }

  /** What is known of the gap behind a word; the list is used again for the next one. */
  behind(at: number): Uint32Array {
    const { clues } = this;
    const look = (by: number): number => this.looks[at + REACH + by] ?? NOTHING;
    // the last four before the gap, the first four behind it
    const [d, c, b, a] = [look(-3), look(-2), look(-1), look(0)];
    const [w, x, y, z] = [look(1), look(2), look(3), look(4)];
    clues.clear();
    for (const each of [a, w, b, x, c, y]) clues.one(each);
    clues.two(a, w);
    clues.two(b, a);
    clues.two(w, x);
    clues.three(b, a, w);
    clues.three(a, w, x);
    clues.three(c, b, a);
    clues.three(w, x, y);
    clues.four(b, a, w, x);
    clues.four(d, c, b, a);
    clues.four(w, x, y, z);
    return clues.all;
  }
}
