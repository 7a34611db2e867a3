import { BASIS, folded, hashOf, spread } from '@openrounds/classifier';
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

function wordAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined) return NOTHING;
  if (token.kind === 'number') return NUMBER;
  return hashOf(token.text);
}

type WordAt = (at: number) => number;

/** Adds words of a stretch, alone and by two and three in a row. */
function addRuns(into: Set<number>, word: WordAt, place: number, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const one = folded(folded(BASIS, place), word(at));
    into.add(spread(one));
    if (at + 1 >= to) continue;
    const two = folded(one, word(at + 1));
    into.add(spread(two));
    if (at + 2 < to) into.add(spread(folded(two, word(at + 2))));
  }
}

function clauseAround(tokens: readonly Token[], sentence: Stretch, { from, to }: Stretch): Stretch {
  const ends = (at: number): boolean => CLAUSE_ENDS.has(tokens[at]?.text ?? '');
  let [begin, end] = [from, to];
  while (begin > sentence.from && !ends(begin - 1)) begin -= 1;
  while (end < sentence.to && !ends(end)) end += 1;
  return { from: begin, to: end };
}

/**
 * The words about a finding in its own sentence, as numbers: alone and by two and three in a row, by where they stand.
 *
 * @param sentence that the finding stands in
 * @param finding the stretch of its words
 */
export function wordsInSentence(tokens: readonly Token[], sentence: Stretch, finding: Stretch): number[] {
  const word: WordAt = (at) => wordAt(tokens, at);
  const clause = clauseAround(tokens, sentence, finding);
  const around = new Set<number>();
  const add = (place: number, from: number, to: number): void => addRuns(around, word, place, from, to);
  add(PLACES.own, finding.from, finding.to);
  add(PLACES.clauseBefore, Math.max(clause.from, finding.from - NEAR), finding.from);
  add(PLACES.clauseBehind, finding.to, Math.min(clause.to, finding.to + NEAR));
  add(PLACES.sentenceBefore, Math.max(sentence.from, clause.from - FAR), clause.from);
  add(PLACES.sentenceBehind, clause.to, Math.min(sentence.to, clause.to + FAR));
  addPair(around, word, PLACES.next, finding.from - 1, finding.from - 2);
  addPair(around, word, PLACES.nextBehind, finding.to, finding.to + 1);
  around.add(spread(folded(folded(BASIS, PLACES.endOfClause), word(clause.to))));
  around.add(spread(folded(folded(BASIS, PLACES.endOfSentence), word(sentence.to))));
  return [...around];
}

/**
 * The words around a finding: those of its sentence, and those of the text about that.
 *
 * @param inSentence what {@link wordsInSentence} gives
 */
export function wordsAround(
  tokens: readonly Token[],
  sentence: Stretch,
  inSentence: readonly number[],
): number[] {
  const word: WordAt = (at) => wordAt(tokens, at);
  const around = new Set(inSentence);
  addRuns(around, word, PLACES.textBefore, Math.max(0, sentence.from - FAR), sentence.from);
  addRuns(around, word, PLACES.textBehind, sentence.to, Math.min(tokens.length, sentence.to + FAR));
  return [...around];
}

/** Adds the word beside a finding, and the two beside it. */
function addPair(into: Set<number>, word: WordAt, place: number, first: number, second: number): void {
  const one = folded(folded(BASIS, place), word(first));
  into.add(spread(one));
  into.add(spread(folded(one, word(second))));
}
