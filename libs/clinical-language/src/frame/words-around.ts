import { BASIS, DistinctClues, folded, hashOf, spread } from '@openrounds/classifier';
import { type Stretch, type Token } from '../model/token';

/** What the words around a finding may say of it. */
export const AROUND = [
  'present',
  'absent',
  'possible',
  'past',
  'family',
  'other-person',
  'conditional',
] as const;
export type Around = (typeof AROUND)[number];

/** How far words are looked at: in the clause of the finding, in its sentence, and in the text around that. */
const NEAR = 12;
const FAR = 25;

/** Marks that end a clause. */
const CLAUSE_ENDS: ReadonlySet<string> = new Set([',', ';', ':', '、', '—', '–']);

/** Where words stand: the same word says another thing before a finding than behind it. */
const PLACES = {
  own: 1,
  clauseBefore: 2,
  clauseBehind: 3,
  sentenceBefore: 4,
  sentenceBehind: 5,
  textBefore: 6,
  textBehind: 7,
  next: 8,
  nextBehind: 9,
  endOfClause: 10,
  endOfSentence: 11,
} as const;

/** All numbers are one word, and so is the end of the text. */
const NUMBER = 0;
const NOTHING = 1;

const wordOf = (token: Token): number => (token.kind === 'number' ? NUMBER : hashOf(token.text));

function clauseAround(tokens: readonly Token[], sentence: Stretch, { from, to }: Stretch): Stretch {
  const ends = (at: number): boolean => CLAUSE_ENDS.has(tokens[at]?.text ?? '');
  let [begin, end] = [from, to];
  while (begin > sentence.from && !ends(begin - 1)) begin -= 1;
  while (end < sentence.to && !ends(end)) end += 1;
  return { from: begin, to: end };
}

/** The words of one text, each as a number, and those about its findings: alone and by two and three in a row, by where they stand. */
export class WordsAround {
  private readonly words: Int32Array;
  /** What stands about a sentence, by where that begins: all its findings have it around them. */
  private readonly known = new Map<number, Uint32Array>();
  private readonly clues = new DistinctClues();

  constructor(private readonly tokens: readonly Token[]) {
    this.words = Int32Array.from(tokens, wordOf);
  }

  /**
   * The words about a finding in its own sentence.
   *
   * @param sentence that the finding stands in
   * @param finding the stretch of its words
   */
  inSentence(sentence: Stretch, finding: Stretch): Uint32Array {
    const clause = clauseAround(this.tokens, sentence, finding);
    this.addRuns(PLACES.own, finding.from, finding.to);
    this.addRuns(PLACES.clauseBefore, Math.max(clause.from, finding.from - NEAR), finding.from);
    this.addRuns(PLACES.clauseBehind, finding.to, Math.min(clause.to, finding.to + NEAR));
    this.addRuns(PLACES.sentenceBefore, Math.max(sentence.from, clause.from - FAR), clause.from);
    this.addRuns(PLACES.sentenceBehind, clause.to, Math.min(sentence.to, clause.to + FAR));
    this.addPair(PLACES.next, finding.from - 1, finding.from - 2);
    this.addPair(PLACES.nextBehind, finding.to, finding.to + 1);
    this.addOne(PLACES.endOfClause, clause.to);
    this.addOne(PLACES.endOfSentence, sentence.to);
    return this.clues.take();
  }

  /** The words of the text about a sentence. */
  about({ from, to }: Stretch): Uint32Array {
    let about = this.known.get(from);
    if (about === undefined) {
      this.addRuns(PLACES.textBefore, Math.max(0, from - FAR), from);
      this.addRuns(PLACES.textBehind, to, Math.min(this.tokens.length, to + FAR));
      about = this.clues.take();
      this.known.set(from, about);
    }
    return about;
  }

  private word(at: number): number {
    return this.words[at] ?? NOTHING;
  }

  /** Adds words of a stretch, alone and by two and three in a row. */
  private addRuns(place: number, from: number, to: number): void {
    const { clues } = this;
    for (let at = from; at < to; at += 1) {
      const one = folded(folded(BASIS, place), this.word(at));
      clues.add(spread(one));
      if (at + 1 >= to) continue;
      const two = folded(one, this.word(at + 1));
      clues.add(spread(two));
      if (at + 2 < to) clues.add(spread(folded(two, this.word(at + 2))));
    }
  }

  /** Adds a word at a place of its own. */
  private addOne(place: number, at: number): number {
    const one = folded(folded(BASIS, place), this.word(at));
    this.clues.add(spread(one));
    return one;
  }

  /** Adds the word beside a finding, and the two beside it. */
  private addPair(place: number, first: number, second: number): void {
    this.clues.add(spread(folded(this.addOne(place, first), this.word(second))));
  }
}
